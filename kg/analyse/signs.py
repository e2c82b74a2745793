"""Signs that do not stand for themselves: a middle dot that became a question mark, and the mark of a footnote."""

from __future__ import annotations

import re

# A middle dot that was lost on the way: 교류?협력.
LOST_DOT = re.compile(r"(?<=[가-힣])\?(?=[가-힣])")
# The sign of a footnote behind a word, which makes a noun of the particle behind it: 포럼*을, 위원회**는.
FOOTNOTE = re.compile(r"(?<=[\w)’'」』”\">])\*{1,4}(?![\w*])|(?<=[\w)’'」』”\">])\*{1,4}(?=[가-힣])")
