"""Which addresses on the network are public, so that a server that fetches for strangers does not open its own house to them."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from lacos.sources.problems import FetchError

TRANSLATED = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))
"""IPv6 that stands for some IPv4 address, private ones too (NAT64, 6to4, Teredo)."""


def is_public(url: str) -> bool:
    """Whether ``url`` is http(s) and its host has only public addresses now.

    A host can change them the moment after: to fetch for strangers use ``Fetcher(allow_private=False)``, which connects to what it checked.
    """
    try:
        return bool(public_address(url))
    except FetchError:
        return False


def public_address(url: str) -> str:
    """An address of the host of ``url``. Raises FetchError unless all that it has are public."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise FetchError(f"no web address: {error}") from error
    if parts.scheme not in ("http", "https") or not host:
        raise FetchError("no web address: it must begin with http:// or https://")
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise FetchError(f"there is no host {host}: check the address and the connection") from error
    if not found or not all(map(_public, found)):
        raise FetchError(f"{host} is an address inside a private network: not fetched")
    return found[0]


def _public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return _public(str(ip.ipv4_mapped))
        if any(ip in network for network in TRANSLATED):
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved
