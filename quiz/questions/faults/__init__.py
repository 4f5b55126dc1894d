"""What is held against a draft.

`fairness`: its answer is given away.
`alone`, `unsaid`, `dangling`, `elliptic`, `timeless`, `shares`: it leaves to its page what it speaks of.
`garbled`, `spliced` (with `seen`, `torn`, `misread`): it is torn from its sentence.
`trivial`: it is idle.
"""
