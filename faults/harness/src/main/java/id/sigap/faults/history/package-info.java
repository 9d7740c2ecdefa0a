/** What the clients and the fault injector did, as they wrote it down at the time: the only witness the checker believes. */
package id.sigap.faults.history;
