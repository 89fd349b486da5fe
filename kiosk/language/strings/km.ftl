### What the kiosk says, in Khmer.
