### What the kiosk says, in Spanish.
