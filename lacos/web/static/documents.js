// Beside the words that an address leads to, the panel shows why they were coded. Without this one follows the words' own link.
function meant() {
  const id = decodeURIComponent(location.hash.slice(1)), card = id && document.getElementById("why-" + id);
  for (const old of document.querySelectorAll(".meant")) old.classList.remove("meant");
  if (!card) return;
  card.classList.add("meant");
  const panel = card.closest("aside");
  panel.scrollTop += card.getBoundingClientRect().top - panel.getBoundingClientRect().top;
}
addEventListener("hashchange", meant);
meant();
