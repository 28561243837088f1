// English stories of a clinic: what happens with patients, step by step. Notation: see story.ts.

export const englishCareStories = `
# patient
call< 4m | Appointment with {doctor} | Asked for a consultation at {clinic}. Booked for {day} at {time}. | Booked
message> +1 | Appointment on {day} confirmed | Your appointment at {clinic} is on {day} at {time}. Please come fifteen minutes early. | Delivered
visit +3 25m | Consultation with {doctor} | Came on time. Blood pressure and weight taken, treatment prescribed for two weeks. | Review in two weeks
note +0 | After the consultation | File brought up to date, prescription sent to the pharmacy. Evening suits best for the review. | -

# patient
call< 5m | Complaint about waiting | Waited more than forty minutes for {doctor} at {clinic}. Promised an answer within two working days. | Follow-up opened
note +1 | Why the clinic ran late | Two urgent cases came in during the same hour. Reception supervisor informed. | -
call> +1 6m | Apology for the delay | Explained what happened and offered {day} at {time} without waiting. | Apology accepted
letter> +2 | Written answer to the complaint | Result of the review and what was changed in the schedule, signed by {staff}. | Posted

# patient
visit 15m | Samples for the laboratory | Fasting samples taken at {clinic} as ordered by {doctor}. | Results in three days
message> +2 | Laboratory results ready | Your results are at the reception of {clinic}; {doctor} can go through them with you on {day}. | Read
visit +2 20m | Results explained | Went through everything, no new treatment needed for now. Repeat the test in six months. | Reassured
message< +1 | Copy of the results wanted | Asked for the report to be sent to the e-mail address on file. | Copy sent

# child
message> | Vaccination due | The next dose is due. {clinic} is open for it from Sunday to Thursday. | Delivered
call< +2 3m | Vaccination booked | {day} at {time}, department {dept}. | Booked
visit +4 15m | Vaccination given | Given without reaction; the updated card went to the parent. | Next dose in six months

# patient
visit 30m | Dental check | Full check with an X-ray. Two teeth need filling, a cleaning is advised. | Two sessions planned
meeting +1 15m | Treatment plan and cost | The plan costs {amount} for both sessions, payable in two parts. | Agreed
visit +6 40m | First dental session | First tooth filled at {clinic} under local anaesthetic. No complications. | Second session in a week
call> +1 4m | Check after the session | Hardly any pain, a little swelling. Went through the care advice again. | Doing well

# adult
letter< | Referral to physiotherapy | Referral by {doctor} for six sessions for the back. | Recorded
call> +1 5m | Physiotherapy sessions arranged | Twice a week at {clinic}, first on {day} at {time}. | Booked
visit +3 45m | Physiotherapy session | Stretching and heat. Movement clearly better. | Continue as planned
note +14 | After six sessions | Course finished with a good result. Home exercises and a visit in two months suggested. | -

# adult
visit 20m | Blood pressure review | Better readings than last time. {doctor} left the treatment as it is. | Review in a month
call> +7 5m | Weekly check | Home readings within the target, medicine taken regularly. | No change
message> +14 | Prescription about to end | Your prescription ends in a week. Renew it at the pharmacy of {clinic} or by answering this message. | Renewal asked for
note +1 | Monthly prescription renewed | Renewed with the consent of {doctor}; medicine ready to collect. | -

# patient
call< 2m | Appointment to be moved | Travelling that week. Asked to move to {day} at {time}. | Moved
message> +0 | Your new appointment | Your appointment with {doctor} is now on {day} at {time}, {clinic}. | Delivered
visit +5 20m | Consultation on the new day | Came on time. An X-ray was ordered and a slot to read it agreed. | Waiting for the X-ray

# doctor
message< | Clinic days next week | Sent the days at {clinic}; the morning of {day} is to be closed for a conference. | Schedule changed
call> +1 6m | Cover for the clinic | Agreed who covers and moved the affected appointments to the evening of {day}. | Appointments moved
meeting +5 60m | Monthly case meeting | Cases of {dept} and waiting times reviewed. {staff} prepares a summary. | Minutes approved
note +1 | After the case meeting | Minutes sent round, the hand-over form is in use. | -
`;
