"""`python -m quiz`: the same command line as `quiz`."""

from quiz.cli import main

if __name__ == "__main__":
    main()
