/**
 * One report, one case: an officer takes it, asks for evidence and decides. {@link id.sigap.verification.casework.Case} holds every rule;
 * {@code CaseResource} is the officers' way in.
 */
package id.sigap.verification.casework;
