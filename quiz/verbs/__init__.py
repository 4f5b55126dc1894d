"""What each verb of the command line does, one module per verb."""
