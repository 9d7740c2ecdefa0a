/** Every way one machine can break the system, each a named case that also heals what it broke. */
package id.sigap.faults.fault;
