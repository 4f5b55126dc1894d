"""Which cards come when: the schedule by FSRS, and what is studied now."""
