"""Zip archives: each member by its own name; what would unpack to far too much is refused."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from lacos.sources import kinds
from lacos.sources.inputs import MEGABYTE, SPOOLED, Input, Item, Options, seekable
from lacos.sources.problems import Problem, SourceError

RATIO = 200
"""How many times smaller than itself a text can be; far above what news compress to."""


def zipped(input: Input, _options: Options) -> Iterator[Item]:
    """The members of a known kind in the archive's order, named ``archive!member``; an archive within is opened, one within that is not."""
    if input.within.count("zip") > 1:
        raise SourceError("an archive inside an archive inside an archive: unpack it yourself")
    with seekable(input) as stream, zipfile.ZipFile(stream) as archive:
        members = [member for member in archive.infolist() if _wanted(member)]
        if not members:
            yield Problem(input.name, f"no {', '.join(kinds.EXTENSIONS)} file in this archive")
        for member in members:
            yield from _member(archive, member, input)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, input: Input) -> Iterator[Item]:
    name = f"{input.name}!{member.filename}"
    try:
        refuse_bomb(member)
        with archive.open(member) as stream:
            yield replace(input, name=name, kind=kinds.of_name(member.filename), stream=cast(BinaryIO, stream))
    except SourceError as error:
        yield Problem(name, str(error))
    except RuntimeError:  # zipfile's way to say it
        yield Problem(name, "locked with a password: unpack it yourself")
    except (NotImplementedError, zipfile.BadZipFile) as error:
        yield Problem(name, f"cannot be unpacked ({error}): pack it again")


def refuse_bomb(member: zipfile.ZipInfo) -> None:
    """Raises SourceError for a member that would unpack to more than SPOOLED bytes, or to more than RATIO times its size."""
    if member.file_size > SPOOLED or member.file_size > max(MEGABYTE, RATIO * member.compress_size):
        raise SourceError(f"would unpack to {member.file_size:,} bytes from {member.compress_size:,}: unpack it yourself if you trust it")


def _wanted(member: zipfile.ZipInfo) -> bool:
    hidden = any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(member.filename).parts)
    return not member.is_dir() and not hidden and kinds.of_name(member.filename) != kinds.UNKNOWN
