using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Monitors;

/// <summary>Families of notifications.</summary>
internal static class NotificationFamilies
{
    extension(NotificationKind kind)
    {
        /// <summary>Whether it is a processor-change callback.</summary>
        public bool IsCallback => kind is ProcessorStart or ProcessorComplete or ProcessorFailure;

        /// <summary>Whether it says that something has arrived.</summary>
        public bool IsArrival => kind is InterfaceArrival or DeviceArrival;

        /// <summary>Whether it says that something has gone.</summary>
        public bool IsRemoval => kind is InterfaceRemoval or DeviceRemoval;

        /// <summary>Whether it is a step of a rebalance round.</summary>
        public bool IsRebalance => kind is QueryStop or Stop or Start or CancelStop or SurpriseRemoval;

        /// <summary>Whether it belongs to the sleep of a hot replace.</summary>
        public bool IsPower => kind is QueryPower or SetPowerSleep or DeviceAsleep or UnitsSwapped or SetPowerWorking
            or DeviceAwake;
    }
}
