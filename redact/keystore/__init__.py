"""Sealed files: who may open them, who has signed them, and the key of a case. It prints nothing.

The only home of pyrage. What is opened lives in memory only; nothing here writes a name anywhere but into a
sealed file, and no error of it quotes one.
"""
