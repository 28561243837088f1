// English stories of insurance and of dealings with companies. Notation: see story.ts.

export const englishBusinessStories = `
# insured
letter< | Claim form {claim} received | Claim for treatment at {clinic}, {amount}, with two invoices. | Being checked
note +1 | Papers missing for {claim} | The stamped medical report is missing; needed before the committee. | -
call> +1 4m | Missing report asked for | Explained which paper is missing and how to send it, by mail or at the branch. | Will send it
message< +3 | Medical report sent | The stamped report arrived and was added to {claim}. | Papers complete
letter> +6 | Decision on {claim} | Payment of {amount} approved, within five working days to the account on file. | Approved

# insured
message> | Policy {policy} ends soon | Your policy ends with {month}. We shall gladly renew it or go through the cover with you. | Read
call> +4 9m | Renewal options | Compared today's cover with added dental cover. Wants the difference in writing. | Offer to be sent
meeting +5 30m | Renewal of {policy} signed | Signed at {branch} after going through the exclusions one by one. | Renewed for a year
letter> +2 | Insurance cards sent | New cards sent with the list of providers. | Delivered

# insured
call< 5m | Approval in advance asked for | Imaging ordered by {doctor} at {clinic} under policy {policy}. | Passed to the medical committee
note +0 | Medical committee | The procedure is covered; {amount} of the limit is left. | -
message> +1 | Imaging approved | Approval given, valid for thirty days. Please show your card on arrival. | Delivered

# insured
visit 20m | Newborn added to {policy} | Came to {branch} to add a newborn; copy of the birth certificate handed in. | Waiting for approval
letter< +2 | Birth certificate | Original seen, copy certified, original returned by registered mail. | Papers complete
message> +1 | Newborn is covered | Covered under {policy} from the day of birth. The card is ready at {branch}. | Delivered

# insured
letter> | Claim {claim} declined | The treatment fell outside the time covered. An objection is possible within thirty days. | Posted
call< +5 11m | Objection to the decision | Says treatment began before the policy ended. Proof of admission asked for. | Objection recorded
meeting +6 40m | Hearing of the objection | Admission papers seen; the date lies inside the time covered. | Objection upheld
letter> +3 | {claim} to be paid after all | {amount} will be paid, with an apology; the department knows the cause. | Objection closed

# prospect
call< 6m | Question about prices | Asked about the family plan and the doctors at {clinic}. Wants details. | Interested
message> +0 | Service guide sent | Guide to the plans, nearby clinics and opening hours. | Read
call> +4 5m | Following up the question | Still comparing with another provider. Call again after the end of {month}. | Later
visit +9 25m | Tour of {clinic} | Walked round with {staff} and explained booking. Good impression. | File opened

# corporate
call> 8m | Health day for the staff | Offered free sugar and blood pressure checks on site. A written offer is wanted. | Offer to be sent
meeting +5 45m | Health day planned | Agreed on {day} at {time}, two rooms and a list of names. | Confirmed
visit +9 240m | Health day held | Forty-eight people checked, five referred for follow-up. | Management pleased
letter> +4 | Health day report | Summary without names and general advice, signed by {staff}. | Handed over

# corporate
meeting 60m | Review of group policy {policy} | Went through the claims ratio and use by service. An option with a higher excess is wanted. | Two offers to prepare
letter> +6 | Renewal offer for {policy} | Two options: today's cover, or a higher excess at a premium of {amount}. | Waiting for an answer
call< +4 12m | Premium under discussion | Wants the premium held and trainees included. Answer after underwriting has looked. | Answer in two days
meeting +5 40m | Renewal signed | Signed at an unchanged premium; trainees covered from the start of {month}. | Signed

# corporate
message< | Staff changes | Seven joiners and three leavers for policy {policy}. | Being entered
note +1 | Staff changes entered | All names entered; one identity number is missing. | -
message> +0 | Staff changes confirmed | Done. Please send the missing number so that the last card can be printed. | Read

# corporate
letter> | Invoice for {month} | Periodic check-ups, {amount}, due in thirty days. | Sent
call> +34 5m | Reminder of an overdue invoice | With the finance director for signature; transfer promised by {day}. | Promise to pay
message< +3 | Transfer advice | Copy of the transfer of {amount}. | Passed to accounts
note +1 | Invoice settled | Amount matches, invoice closed. | -

# supplier
message> | Purchase order {order} | {product} for the store of {branch}, within ten days. | Sent
call< +2 4m | Delivery date | In stock, delivery on the morning of {day}. | Date confirmed
visit +5 30m | {product} received | Everything but one box arrived; the receipt was signed with {staff}. | Part delivery
note +0 | One box short on {order} | To be credited or sent with the next delivery. | -

# supplier
meeting 50m | Prices of {product} | Asked for a discount on yearly quantities and prices held for six months. | New offer wanted
letter< +7 | New price list | Seven per cent off orders above {amount}. | Being studied
call> +3 7m | Offer accepted with a change | Discount accepted; sixty days to pay asked for. | Agreed in principle
note +2 | Supplier terms updated | New prices and payment time entered in the file. | -

# supplier
call> 5m | Device down at {clinic} | The imaging device of {dept} stopped this morning. Engineer needed under the service contract. | Engineer today
visit +0 90m | Service engineer on site | Power unit replaced, device back in use after testing. | Working
letter< +4 | Service report | Part replaced and preventive service advised in three months. | Filed

# partner
call> 9m | Referral agreement proposed | Offered mutual referrals for {dept} with priority appointments. | Meeting to be set
meeting +6 45m | First meeting about referrals | How to refer, reports both ways, protection of patient data. | Draft to prepare
letter> +5 | Draft referral agreement | Sent for legal review within two weeks. | Under review
visit +12 40m | Visit to the partner | Walked through the departments and tried the common referral form. | Ready to sign

# any
message> | Invitation to an open health day | You are welcome at the open health day of {branch} on {day}; the basic checks are free. | Delivered

# any
note | Contact details checked | Numbers and address confirmed at the last contact, no change. | -

# any
call> 3m | Short satisfaction survey | Three questions about the last visit to {branch}. Four out of five; would like more parking. | Suggestion recorded

# any
call< 2m | Question about opening hours | Asked about the hours of {branch} over the coming holiday. Sent by message. | Answered
message> +0 | Opening hours | Hours of {branch}: eight in the morning to eight in the evening, closed on Fridays. | Delivered

# any
call< 3m | Change of address announced | The postal address has changed. Asked for the new one in writing. | Waiting for the letter
letter< +4 | Letter with the new address | Signed letter received, address changed in the file. | Changed
`;
