#include "dhp_win32.h"
