import pytest

from lacos.sources import is_public


@pytest.mark.parametrize("host", ["8.8.8.8", "[2606:4700:4700::1111]", "1.1.1.1:8080"])
def test_public_addresses(host: str) -> None:
    assert is_public(f"https://{host}/a")


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "10.1.2.3", "192.168.0.1", "172.16.0.9", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "240.0.0.1",        "255.255.255.255", "[::1]", "[::]", "[fe80::1]", "[fd00::1]", "[ff02::1]", "[::ffff:127.0.0.1]",
        "[64:ff9b::a00:1]",
        "[2002:7f00:1::]",        "2130706433", "0x7f.1", "127.1",
    ],
)  # fmt: skip
def test_addresses_inside_private_networks(host: str) -> None:
    assert not is_public(f"http://{host}/a")


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://8.8.8.8/", "http://", "http://[1/", "http://8.8.8.8:99999/", "pacifico.example", "gopher://1.1.1.1"],
)
def test_what_is_no_web_address(url: str) -> None:
    assert not is_public(url)
