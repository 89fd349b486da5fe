### What the kiosk says, in Arabic.
