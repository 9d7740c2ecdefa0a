/** The contract with operators' machines. */
package id.sigap.events.operator;
