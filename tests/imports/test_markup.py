"""HTML of fields as text, without loss of meaning."""

from __future__ import annotations

import pytest

from quiz.deck.media import safe_name
from quiz.imports.markup import read

CASES = {
    "<div>one</div><div>two</div>": "one\ntwo",
    "one<br>two<br><br><br><br>three": "one\ntwo\n\nthree",
    "one\n  two&nbsp;&nbsp;three": "one two  three",
    "a &lt;b&gt; &amp;amp; &eacute; &#39;": "a <b> &amp; é '",
    "<p>one</p><p>two</p>": "one\n\ntwo",
    "<h2>Head</h2>text": "Head\n\ntext",
    "<ul><li>a</li><li>b<ol start=3><li>x</li><li>y</li></ol></li></ul>end": "- a\n- b\n   3. x\n   4. y\nend",
    "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td></td><td>2</td></tr></table>": "a | b\n1 |  | 2",
    "x<sup>2</sup>, H<sub>2</sub>O, e<sup>i&pi;</sup>, a<sub>Q</sub>": "x², H₂O, e^(iπ), a_(Q)",
    "<b>bold</b> <i>it</i> <span style='color:red'>red</span>": "**bold** *it* red",
    "<strong>a <em>b</em></strong>, <b>a</b>b": "a b, ab",
    "<b> a</b><b>b </b>c": "**ab** c",
    "<code>a*b</code> &amp; `x` 5*3 *y*": "`a*b` & \\`x\\` 5\\*3 \\*y\\*",
    "5*3, snake_case &amp; *y*": "5\\*3, snake\\_case & \\*y\\*",
    "<b>*a*</b>": "**\\*a\\***",
    r"\<span></span>(x\) \(a_1\)": r"\(x\) $a_1$",
    '<a href="https://example.org/x">here</a> <a href="javascript:x">no</a>': "here (https://example.org/x) no",
    '<a href="https://example.org">https://example.org</a>': "https://example.org",
    '<img src="a b.png"><img alt="map" src="x.png">': "![](media/a b.png)![map](media/x.png)",
    '<img src="https://example.org/x.png">': "![](https://example.org/x.png)",
    '<img src="data:image/png;base64,AAAA">': "[picture]",
    "[sound:a.mp3] &#91;sound:b.mp3]": "[sound:media/a.mp3] [sound:b.mp3]",
    r"\(x^2 &lt; 3\) \[y\]": "$x^2 < 3$ $$y$$",
    "[$]x[/$] [$$]y[/$$] [latex]z[/latex]": r"$x$ $$y$$ [latex]z[/latex]",
    '<anki-mathjax>x<b>y</b></anki-mathjax><anki-mathjax block="true">z</anki-mathjax>': r"\(xy\)\[z\]",
    "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>": "漢(kan)",
    "<pre>a\n  b</pre>": "```\na\n  b\n```",
    "a<!-- hidden -->b<script>x()</script>c<style>d</style>e": "abce",
    "a < b <c> 1 <2": "a < b 1 <2",
    '<span title="a>b">x</span>': "x",
    "<td>loose</td></ul></b></sup>": "loose",
    "unclosed <b": "unclosed <b",
    "\x00\x1ba\ufeffb\u0301": "ab\u0301",
    "e\u0301": "é",
    "": "",
}


@pytest.mark.parametrize("html", CASES)
def test_what_a_reader_sees(html: str) -> None:
    assert read(html).text == CASES[html]


def test_what_is_lost_is_told() -> None:
    assert read("<u>x</u><script></script><img src='data:x'>").lost == {"formatting", "scripts", "pictures"}
    assert read("<div>x</div>").lost == set()


@pytest.mark.parametrize("name", ["map.png", "Łódź 1.jpg", "日本.png", "a.b.c.mp3"])
def test_a_good_name_stays(name: str) -> None:
    assert safe_name(name) == name


def test_no_two_names_become_one() -> None:
    names = ["a/b.png", "a\\b.png", "a_b.png", "a:b.png", "x" * 200 + ".png", "x" * 201 + ".png", ".", "..", "", " "]
    assert len({safe_name(name) for name in names}) == len(names)
    assert all(safe_name(name) for name in names)
