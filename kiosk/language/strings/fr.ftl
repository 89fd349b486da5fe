### What the kiosk says, in French.
