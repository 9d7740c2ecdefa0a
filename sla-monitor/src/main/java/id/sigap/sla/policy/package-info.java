/** When a clock starts and when it is at risk, per operator: configuration, never code. How long the window is, the request itself says. */
package id.sigap.sla.policy;
