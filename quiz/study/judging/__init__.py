"""Typed answers judged as a fair teacher would: dates, amounts, names and words, each by its own rules."""
