"""Statistics on the screen: pages of drawings, each with what it means."""
