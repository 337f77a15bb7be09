package org.citykit.testkit;

/** What every provider must keep to, whatever it provides. Not implemented directly. */
public interface ProviderContract {
    /** What is tested; called once for each rule. */
    Subject subject();
}
