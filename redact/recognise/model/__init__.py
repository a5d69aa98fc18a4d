"""The name model: a text → stretches that it takes for people, places, bodies and dates, with their odds.

Nothing heavy is imported here: numpy and onnxruntime are loaded when a model is.
"""
