/** Rounds of load, faults, healing and judgement on one running system. */
package id.sigap.faults.trial;
