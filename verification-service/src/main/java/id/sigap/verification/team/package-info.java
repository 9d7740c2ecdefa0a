/** What a supervisor sees: who has how much, what nobody moves, and to whom a case can be given. */
package id.sigap.verification.team;
