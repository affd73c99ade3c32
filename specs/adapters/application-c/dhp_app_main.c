/* What the application says of itself. The rest of the kit comes from the headers. */
#define DHP_NAME "sample service"
#define DHP_VERSION "1.0"
#define DHP_TRAITS \
    "per-processor-data", "saves-processor-count", "targets-processors", "scales-by-processors", "sized-by-memory"
#define DHP_APPLICATION
#define DHP_WDM_IMPLEMENTATION
#include "dhp_win32.h"
