"""What processes that read have in common, loaded once before they part, so that they share its memory: our pipeline and all tables.

They come from reading a sentence, which opens whatever a Reading needs.
"""

import gc

from lacos.reader import read

read("O presidente da França, Emmanuel Macron, condenou na segunda-feira (3) o ataque e disse que visitará Pequim.", published="2023-04-04")

gc.collect()
gc.freeze()  # what is kept for good need not be looked through for garbage again, and stays in memory shared
