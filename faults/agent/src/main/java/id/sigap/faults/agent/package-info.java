/**
 * What can be done to the services from outside: {@link id.sigap.faults.agent.FailPoint}s at which a process dies when its trap is set, and
 * {@link id.sigap.faults.agent.Sabotage}s that take one guard away. The harness uses this package; the other half of the jar runs inside the
 * services as a Java agent, so that no switch for tests exists in the product's own code.
 */
package id.sigap.faults.agent;
