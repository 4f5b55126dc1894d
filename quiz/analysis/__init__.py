"""What the results of a class say of the questions: item analysis by classical test theory."""
