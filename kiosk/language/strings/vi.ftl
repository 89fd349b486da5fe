### What the kiosk says, in Vietnamese.
