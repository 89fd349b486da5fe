### What the kiosk says, in Korean.
