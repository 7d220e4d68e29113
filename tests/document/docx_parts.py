"""Small .docx packages made of raw XML, so that a test shows exactly what stands in the file."""

from __future__ import annotations

import zipfile
from pathlib import Path

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:sz w:val="24"/></w:rPr></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{n}"><w:name w:val="heading {n}"/><w:basedOn w:val="a"/>'
        f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
        for n in range(1, 5)
    )
    + '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="章"><w:name w:val="章标题"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="character" w:styleId="H"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


def run(text: str, properties: str = "") -> str:
    """A run; `properties` is the inside of its w:rPr."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", *, style: str = "", props: str = "", look: str = "") -> str:
    """A paragraph: plain text (or ready XML that starts with `<`), a style id, further w:pPr, the look of its run."""
    inner = content if content.startswith("<") or not content else run(content, look)
    stated = (f'<w:pStyle w:val="{style}"/>' if style else "") + props
    return f"<w:p>{f'<w:pPr>{stated}</w:pPr>' if stated else ''}{inner}</w:p>"


def bold(text: str) -> str:
    """A bold run."""
    return run(text, "<w:b/>")


def centred(text: str, size: int = 44) -> str:
    """A centred line in large type, as covers have."""
    return p(text, props='<w:jc w:val="center"/>', look=f'<w:sz w:val="{size}"/>')


def listed(text: str, level: int, ident: int = 1) -> str:
    """A paragraph with an automatic number."""
    return p(text, props=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{ident}"/></w:numPr>')


def cell(content: str, properties: str = "") -> str:
    """A table cell."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row of cells or plain texts."""
    made = "".join(c if c.startswith("<w:") else cell(c) for c in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{made}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return "<w:tbl><w:tblPr/>" + "".join(rows) + "</w:tbl>"


def picture(description: str = "") -> str:
    """An inline picture in a paragraph of its own."""
    return p(
        f'<w:r><w:drawing><wp:inline><wp:extent cx="3000000" cy="2000000"/><wp:docPr id="1" name="图片 1" descr="{description}"/>'
        "<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def level(at: int, kind: str, text: str, extra: str = "") -> str:
    """A level of a numbering definition."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    """A numbering part with one abstract definition."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def write(
    path: Path,
    body: str,
    *,
    styles: str = STYLES,
    numbers: str = "",
    parts: dict[str, str | bytes] | None = None,
    links: dict[str, tuple[str, str]] | None = None,
) -> Path:
    """Write a package. `links` maps a relationship id to (kind, target); `parts` holds further parts."""
    every = {
        "rIdS": ("styles", "styles.xml"),
        **({"rIdN": ("numbering", "numbering.xml")} if numbers else {}),
        **(links or {}),
    }
    rels = "".join(f'<Relationship Id="{i}" Type="{_REL}/{k}" Target="{t}"/>' for i, (k, t) in every.items())
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{space}"><Relationship Id="r1" Type="{_REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        out.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{space}">{rels}</Relationships>')
        out.writestr("word/document.xml", f"<w:document {_NS}><w:body>{body}<w:sectPr/></w:body></w:document>")
        out.writestr("word/styles.xml", f"<w:styles {_NS}>{styles}</w:styles>")
        if numbers:
            out.writestr("word/numbering.xml", f"<w:numbering {_NS}>{numbers}</w:numbering>")
        for name, data in (parts or {}).items():
            out.writestr(name, data.replace(" NS", " " + _NS) if isinstance(data, str) else data)
    return path
