"""Make Office files reproducible: fixed order, fixed times, no thumbnail of the template."""

from __future__ import annotations

import io
import re
import zipfile

MOMENT = "2014-06-20T08:00:00Z"
_TIME = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def reproducible(package: bytes) -> bytes:
    """The same Office package with sorted parts, zip times of 1980 and document times of `MOMENT`."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        names = sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            body = source.read(name)
            if name == "docProps/core.xml":
                body = _TIME.sub(rb"\g<1>" + MOMENT.encode() + rb"\g<2>", body)
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, body)
    return result.getvalue()
