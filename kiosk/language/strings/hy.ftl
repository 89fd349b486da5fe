### What the kiosk says, in Armenian.
