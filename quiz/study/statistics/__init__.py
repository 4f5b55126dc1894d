"""What a history comes to: counts, shares and forecasts, what each of them means in a sentence, and their drawings."""
