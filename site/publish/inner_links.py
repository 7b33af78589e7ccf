"""Links from one page of the site to another, and the files to which they lead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from publish.addresses import Addresses

_LINK = re.compile(rb'="(/[^"#?]*)')
"""In whatever attribute: to look for their names takes four times as long, and files for scripts are named in others."""


def links_of(page: bytes) -> set[bytes]:
    """What an HTML page links to on its own host, as it stands there without fragment and query."""
    return set(_LINK.findall(page))


@dataclass(frozen=True, slots=True)
class InnerLinks:
    """Where the links of a site lead."""

    prefix: str
    """The path part of the site's address, with the slash at its end."""
    beside: str
    """Where the explorer stands, which is no file of the site; empty where there is none."""

    @classmethod
    def of(cls, addresses: Addresses, beside: str) -> InnerLinks:
        """For a site with these addresses."""
        return cls(prefix=f"{addresses.prefix}/", beside=beside)

    def files(self, found: Iterable[bytes]) -> set[str]:
        """Paths in the tree to which links lead, ``index.html`` of a folder where they name only that; others lead elsewhere."""
        named = (link.decode() for link in found)
        ours = (link for link in named if link.startswith(self.prefix) and not (self.beside and link.startswith(self.beside)))
        paths = (link.removeprefix(self.prefix) for link in ours)
        return {f"{path}index.html" if path.endswith("/") or not path else path for path in paths}
