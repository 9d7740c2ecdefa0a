/** Judges from outside whether a system that was broken and healed kept its promises: believes the clients' logs and what it reads itself. */
package id.sigap.faults.check;
