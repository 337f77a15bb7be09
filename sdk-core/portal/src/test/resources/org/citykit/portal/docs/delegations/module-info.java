// region module
module org.example.delegations {
    requires org.citykit.api;
    requires com.fasterxml.jackson.databind; // our own copy, in our own file

    provides org.citykit.api.events.EventCalendar with
            org.example.delegations.DelegationCalendar,
            org.example.delegations.DelegationTable;
}
// endregion
