/* What the driver says of itself. The rest of the kit comes from the header. */
#define DHP_NAME "sample disk driver"
#define DHP_VERSION "1.0"
#define DHP_TRAITS \
    "per-processor-data", "saves-processor-count", "targets-processors", "scales-by-processors", "sized-by-memory", \
    "device", "interrupts", "dma"
#define DHP_WDM_IMPLEMENTATION
#include "dhp_wdm.h"
