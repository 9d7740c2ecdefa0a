/**
 * Numbers that must not be blocked on one officer's word: emergency services, banks, government. Which they are is policy.
 */
package id.sigap.verification.protection;
