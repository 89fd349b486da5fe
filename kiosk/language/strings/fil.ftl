### What the kiosk says, in Filipino.
