"""Raised and lowered letters, as far as Unicode has them."""

from __future__ import annotations

PLAIN = "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW"
RAISED = dict(zip(PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ", strict=True))
LOWERED = dict(zip("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))


def raised(text: str) -> str:
    """Write text as raised letters, or as `^(text)` where some have none."""
    return _written(text, RAISED, "^")


def lowered(text: str) -> str:
    """Write text as lowered letters, or as `_(text)` where some have none."""
    return _written(text, LOWERED, "_")


def _written(text: str, letters: dict[str, str], mark: str) -> str:
    if not text.strip():
        return text
    if all(letter in letters for letter in text):
        return "".join(map(letters.__getitem__, text))
    return f"{mark}({text})"
