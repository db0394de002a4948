"""The arrays that the network works with."""

import numpy
from numpy.typing import NDArray

Ints = NDArray[numpy.int32]
Floats = NDArray[numpy.float32]
