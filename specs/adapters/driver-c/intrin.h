#include "dhp_wdm.h"
