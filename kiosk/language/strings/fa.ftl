### What the kiosk says, in Farsi.
