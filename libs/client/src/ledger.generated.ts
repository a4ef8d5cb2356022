// Written by `npm run catalogue` from the document of the API; not to be edited.
/* eslint-disable */
export interface paths {
    "/problems/{code}": {
        get: {
            parameters: {
                path: {
                    code: "BodyNotUnderstood" | "NotJson" | "HeaderNotUnderstood" | "QueryNotUnderstood" | "BadRequest" | "IdempotencyKeyMissing" | "NotSignedIn" | "RoleMissing" | "NotAHistorian" | "NotFound" | "UnknownCommand" | "MethodNotAllowed" | "RequestTimeout" | "RevisionMoved" | "BodyTooLarge" | "AddressTooLong" | "MediaTypeNotTaken" | "KeyReused" | "HeadersTooLarge" | "Unforeseen" | "TooManyWriters" | "NotFreshEnough" | "IssuerUnreachable" | "LogUnavailable" | "BadCondition" | "BadCursor" | "BadLimit" | "BadPosition" | "BadSort" | "BadTime" | "CannotBeAnswered" | "CannotConvert" | "NoSuchColumn" | "NoSuchCapability" | "NoSuchRelease" | "PeriodEndsFirst" | "ReleasesOverlap" | "SinceIsLater" | "NoSuchGdp" | "NoSuchPrices" | "NoSuchRates" | "NoSuchFigure" | "NotExplained" | "UnknownKey" | "NothingToPublish" | "UnknownQuestion" | "UnknownStream" | "UnknownView" | "NotAcceptable" | "NotReady" | "ReadSideDown" | "NotThisFormat" | "UnknownFormat" | "UnknownOperation" | "ImportRunning" | "RowsRejected" | "AllocationExists" | "AllocationNotOpen" | "AlreadyDelivered" | "AlreadyInEffect" | "AlreadyResolved" | "AuthorityExceeded" | "AuthorityExists" | "AuthorityLapsed" | "AuthorityNotOpen" | "BeforeItBegan" | "BreaksHistory" | "ChairVacant" | "CoalitionExists" | "ConditionAlreadyMet" | "ConditionIsCounted" | "ConditionNotMet" | "ConditionOver" | "ConsentMissing" | "ConsignmentExists" | "ConsignmentTracked" | "ContributionExists" | "CorrectsCorrection" | "CorrectsUnknown" | "CourseExists" | "CourseFull" | "CourseOver" | "DeadlineNotLater" | "DecisionClosed" | "DecisionExists" | "DraftStopped" | "DrawAcrossDonors" | "DrawCycle" | "DrawExists" | "DrawsOnAnother" | "EndsBeforeItBegins" | "FutureNotAllowed" | "GdpExists" | "GdpTwice" | "HoldExists" | "HoldNotBegun" | "HoldStands" | "HoldsTheChair" | "HubExists" | "HubFull" | "LaterTotalStands" | "MatchActsItself" | "MatchExists" | "MatchNotOpen" | "MeetingExists" | "MergeAcrossDonors" | "MoreThanAssigned" | "MoreThanRequired" | "NamesItsStream" | "NoAttendance" | "NoBasis" | "NobodyNamed" | "NoCondition" | "NoConflict" | "NoCurrency" | "NoDecision" | "NoLastDay" | "NoRate" | "NoReason" | "NoSlot" | "NoSource" | "NoSuchAllocation" | "NoSuchAuthority" | "NoSuchChange" | "NoSuchCoalition" | "NoSuchConsignment" | "NoSuchContribution" | "NoSuchCourse" | "NoSuchDecision" | "NoSuchDiscrepancy" | "NoSuchField" | "NoSuchForum" | "NoSuchGroup" | "NoSuchHold" | "NoSuchHub" | "NoSuchImport" | "NoSuchItem" | "NoSuchLine" | "NoSuchMatch" | "NoSuchPackage" | "NoSuchMeeting" | "NoSuchParked" | "NoSuchPledge" | "NoSuchReadiness" | "NoSuchRepair" | "NoSuchRequirement" | "NoSuchReservation" | "NoSuchStream" | "NoSuchTask" | "NotADecrease" | "NotAdopted" | "NotALead" | "NotAMember" | "NotAnIncrease" | "NotAParticipant" | "NotAVoter" | "NotClaimed" | "NotConsigned" | "NotFunded" | "NotHeld" | "NothingToMove" | "NotHoldOwner" | "NotOfTheMatch" | "NotPledged" | "NotProposed" | "NotTheChair" | "NotTheContributor" | "NotTheDonor" | "NotTheDrafter" | "NotTheirWord" | "NotTheMember" | "NotTheOrigin" | "NotTheOwner" | "NotTheProvider" | "NotTheRecipient" | "NotTheRepairer" | "NotTransferable" | "NotValidated" | "NotYet" | "NotYourSlot" | "NoVoters" | "NumberTaken" | "OptedOut" | "OtherCurrency" | "OtherDonor" | "OtherPackage" | "OverAllocation" | "OverCommitment" | "OverFulfilment" | "PackageExists" | "PackageFull" | "PackageNotOpen" | "ParkedIsRetried" | "ParkedNotRetried" | "ParkedSettled" | "PaymentExists" | "PledgeExists" | "PledgeNotStanding" | "PricesExist" | "PriceTwice" | "ProposalExists" | "QuantityExceeds" | "RatesExist" | "RateTwice" | "RepairExists" | "RequirementExists" | "RequirementNotOpen" | "RequirementNotValidated" | "RequirementStale" | "ReservationExists" | "RevaluedBelowZero" | "SameActor" | "SamePledge" | "SeatsTaken" | "SerialDuplicate" | "SerialsMissing" | "SilenceExpired" | "TaskExists" | "TooManyChairs" | "TransferOpen" | "UnderHold" | "UnderWay" | "ValueOfAnotherKind" | "WrongStage";
                };
            };
            responses: { default: components["responses"]["Problem"]; };
        };
    };
    "/commands/AdmitParty": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["AdmitParty"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/AppointChair": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["AppointChair"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/EndChairTerm": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["EndChairTerm"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/NameOfficeHolder": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["NameOfficeHolder"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ProposeChairTransfer": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ProposeChairTransfer"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RemoveParty": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RemoveParty"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RevokeChairChange": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RevokeChairChange"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/TransferChair": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["TransferChair"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/JoinForum": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["JoinForum"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/LeaveForum": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["LeaveForum"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/AmendDraft": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["AmendDraft"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/BreakSilence": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["BreakSilence"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/CirculateDraft": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["CirculateDraft"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ConcludeSilence": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ConcludeSilence"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/EndorseDecision": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["EndorseDecision"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ExtendSilence": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ExtendSilence"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RegisterOptOut": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RegisterOptOut"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/CancelMeeting": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["CancelMeeting"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/CloseMeeting": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["CloseMeeting"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ConfirmMeeting": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ConfirmMeeting"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/MakeMeetingTentative": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["MakeMeetingTentative"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/OpenMeeting": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["OpenMeeting"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RecordAttendance": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RecordAttendance"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RescheduleMeeting": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RescheduleMeeting"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ScheduleMeeting": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ScheduleMeeting"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/AgreeTransfer": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["AgreeTransfer"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/CompleteTransfer": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["CompleteTransfer"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ContributeToTask": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ContributeToTask"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/EndTaskContribution": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["EndTaskContribution"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ProposeTransfer": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ProposeTransfer"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RegisterTask": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RegisterTask"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RelinquishTask": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RelinquishTask"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ReportReadiness": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ReportReadiness"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ReverseTransfer": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ReverseTransfer"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/StartTransition": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["StartTransition"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/WaiveRestriction": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["WaiveRestriction"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/AllocatePledge": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["AllocatePledge"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/CommitPledge": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["CommitPledge"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ConfirmReport": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ConfirmReport"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/DecreasePledge": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["DecreasePledge"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/IncreasePledge": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["IncreasePledge"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/LapseCondition": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["LapseCondition"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/LinkReannouncement": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["LinkReannouncement"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/MakePledge": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["MakePledge"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/MeetCondition": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["MeetCondition"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/MergePledge": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["MergePledge"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/OrphanAllocation": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["OrphanAllocation"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ProposeMerge": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ProposeMerge"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ProposeRevaluation": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ProposeRevaluation"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ReleaseAllocation": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ReleaseAllocation"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ReportDelivery": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ReportDelivery"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RevaluePledge": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RevaluePledge"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/WithdrawPledge": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["WithdrawPledge"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/PublishRates": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["PublishRates"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/FinishImport": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["FinishImport"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RecordBreach": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RecordBreach"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/StartImport": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["StartImport"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/CloseRequirement": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["CloseRequirement"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ExpireRequirement": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ExpireRequirement"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RejectRequirement": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RejectRequirement"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ReleaseReservation": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ReleaseReservation"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ReprioritiseRequirement": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ReprioritiseRequirement"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ReserveRequirement": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ReserveRequirement"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ReviseRequirement": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ReviseRequirement"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/SubmitRequirement": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["SubmitRequirement"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ValidateRequirement": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ValidateRequirement"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/AbortMatch": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["AbortMatch"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/AcceptMatch": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["AcceptMatch"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ConcludeMatch": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ConcludeMatch"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/DeclineMatch": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["DeclineMatch"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ProposeMatch": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ProposeMatch"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ContributeToPackage": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ContributeToPackage"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ProposePackage": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ProposePackage"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ReleasePackage": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ReleasePackage"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ValidatePackage": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ValidatePackage"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/DismissParked": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["DismissParked"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RetryParked": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RetryParked"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/CancelConsignment": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["CancelConsignment"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ConfirmReceipt": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ConfirmReceipt"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/DispatchConsignment": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["DispatchConsignment"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/DisputeReceipt": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["DisputeReceipt"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/FreeConsignment": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["FreeConsignment"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/GrantConsent": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["GrantConsent"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/HandOver": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["HandOver"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/HoldConsignment": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["HoldConsignment"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/PlanConsignment": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["PlanConsignment"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ReadyConsignment": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ReadyConsignment"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ReceiveAtHub": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ReceiveAtHub"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RecordSerials": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RecordSerials"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RefuseConsent": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RefuseConsent"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ReportLoss": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ReportLoss"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ResolveDiscrepancy": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ResolveDiscrepancy"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/StrikeSerials": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["StrikeSerials"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/BookSlot": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["BookSlot"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ChangeHubCapacity": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ChangeHubCapacity"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/FreeSlot": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["FreeSlot"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/OpenHub": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["OpenHub"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/LiftHold": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["LiftHold"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/PlaceHold": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["PlaceHold"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/DrawOnAuthority": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["DrawOnAuthority"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/LapseAuthority": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["LapseAuthority"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/OpenAuthority": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["OpenAuthority"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ProposeDrawsRevaluation": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ProposeDrawsRevaluation"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RaiseCeiling": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RaiseCeiling"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RevalueDraws": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RevalueDraws"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RevokeCeiling": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RevokeCeiling"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RecordClaim": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RecordClaim"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ResolveConflict": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ResolveConflict"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/PublishPrices": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["PublishPrices"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/PublishGdp": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["PublishGdp"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/AssignUnit": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["AssignUnit"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/CompleteCourse": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["CompleteCourse"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/OfferSeats": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["OfferSeats"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/AcceptForRepair": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["AcceptForRepair"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/OpenRepair": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["OpenRepair"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ReturnRepaired": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ReturnRepaired"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/EndorseRoadmap": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["EndorseRoadmap"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/FormCoalition": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["FormCoalition"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/JoinCoalition": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["JoinCoalition"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/LeaveCoalition": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["LeaveCoalition"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/RecordFundPayment": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["RecordFundPayment"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ReplaceLead": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ReplaceLead"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ApproveCorrection": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ApproveCorrection"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands/ProposeCorrection": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["ProposeCorrection"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Receipt"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/commands": {
        post: {
            parameters: { query?: { dryRun?: components["parameters"]["DryRun"]; }; };
            requestBody: { content: { "application/json": components["schemas"]["BatchItem"][]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["BatchAnswer"][]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views": {
        get: {
            responses: {
                "2XX": { content: { "application/json": { views: Record<string, unknown>[]; }; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/activity": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    when?: string;
                    recorded?: string;
                    lateDays?: string;
                    party?: string;
                    subject?: string;
                    reported?: string;
                    stream?: string;
                    type?: string;
                    line?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "activity";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.activity"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/activity/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "activity";
                            row?: components["schemas"]["View.activity"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/activity/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "activity"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/allocated-goods": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    pledge?: string;
                    allocation?: string;
                    item?: string;
                    donor?: string;
                    category?: string;
                    unit?: string;
                    allocated?: string;
                    allocatedAtLeast?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "allocated-goods";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.allocated-goods"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/allocated-goods/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "allocated-goods";
                            row?: components["schemas"]["View.allocated-goods"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/allocated-goods/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "allocated-goods"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/allocations": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    pledge?: string;
                    allocation?: string;
                    donor?: string;
                    kind?: string;
                    requirement?: string;
                    currency?: string;
                    amount?: string;
                    amountUnknown?: string;
                    against?: string;
                    delivered?: string;
                    status?: string;
                    month?: string;
                    counts?: string;
                    categories?: string;
                    breaches?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "allocations";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.allocations"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/allocations/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "allocations";
                            row?: components["schemas"]["View.allocations"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/allocations/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "allocations"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/authorities": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    donor?: string;
                    legalBasis?: string;
                    currency?: string;
                    ceiling?: string;
                    drawn?: string;
                    draws?: string;
                    revalued?: string;
                    remaining?: string;
                    until?: string;
                    status?: string;
                    unused?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "authorities";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.authorities"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/authorities/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "authorities";
                            row?: components["schemas"]["View.authorities"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/authorities/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "authorities"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/breaches": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    import?: string;
                    row?: string;
                    rule?: string;
                    code?: string;
                    stream?: string;
                    detail?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "breaches";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.breaches"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/breaches/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "breaches";
                            row?: components["schemas"]["View.breaches"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/breaches/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "breaches"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/chair": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    parties?: string;
                    status?: string;
                    since?: string;
                    decisionId?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "chair";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.chair"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/chair/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "chair";
                            row?: components["schemas"]["View.chair"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/chair/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "chair"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/claims": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    subject?: string;
                    field?: string;
                    number?: string;
                    value?: string;
                    source?: string;
                    said?: string;
                    learnt?: string;
                    evidence?: string;
                    note?: string;
                    recordedBy?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "claims";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.claims"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/claims/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "claims";
                            row?: components["schemas"]["View.claims"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/claims/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "claims"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/coalition-members": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    coalition?: string;
                    party?: string;
                    lead?: string;
                    since?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "coalition-members";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.coalition-members"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/coalition-members/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "coalition-members";
                            row?: components["schemas"]["View.coalition-members"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/coalition-members/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "coalition-members"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/coalitions": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    group?: string;
                    capability?: string;
                    description?: string;
                    leads?: string;
                    underStrength?: string;
                    members?: string;
                    roadmap?: string;
                    roadmapUntil?: string;
                    endorsed?: string;
                    since?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "coalitions";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.coalitions"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/coalitions/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "coalitions";
                            row?: components["schemas"]["View.coalitions"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/coalitions/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "coalitions"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/commitments": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    pledge?: string;
                    donor?: string;
                    kind?: string;
                    currency?: string;
                    amount?: string;
                    unknowns?: string;
                    month?: string;
                    counts?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "commitments";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.commitments"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/commitments/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "commitments";
                            row?: components["schemas"]["View.commitments"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/commitments/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "commitments"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/conditions": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    donor?: string;
                    text?: string;
                    until?: string;
                    item?: string;
                    quantity?: string;
                    status?: string;
                    since?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "conditions";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.conditions"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/conditions/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "conditions";
                            row?: components["schemas"]["View.conditions"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/conditions/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "conditions"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/conflicts": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    subject?: string;
                    field?: string;
                    status?: string;
                    values?: string;
                    sources?: string;
                    since?: string;
                    chosen?: string;
                    reason?: string;
                    settled?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "conflicts";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.conflicts"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/conflicts/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "conflicts";
                            row?: components["schemas"]["View.conflicts"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/conflicts/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "conflicts"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/consignment-lines": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    consignment?: string;
                    line?: string;
                    donor?: string;
                    pledge?: string;
                    allocation?: string;
                    item?: string;
                    category?: string;
                    unit?: string;
                    origin?: string;
                    monitored?: string;
                    planned?: string;
                    dispatched?: string;
                    lost?: string;
                    atHub?: string;
                    handedOver?: string;
                    received?: string;
                    serials?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "consignment-lines";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.consignment-lines"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/consignment-lines/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "consignment-lines";
                            row?: components["schemas"]["View.consignment-lines"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/consignment-lines/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "consignment-lines"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/consignments": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    donor?: string;
                    recipient?: string;
                    status?: string;
                    held?: string;
                    heldBy?: string;
                    breached?: string;
                    pledges?: string;
                    allocations?: string;
                    items?: string;
                    categories?: string;
                    lines?: string;
                    route?: string;
                    mode?: string;
                    hub?: string;
                    day?: string;
                    consentAwaited?: string;
                    serials?: string;
                    discrepancies?: string;
                    unresolved?: string;
                    lost?: string;
                    reason?: string;
                    disputed?: string;
                    plannedAt?: string;
                    dispatchedAt?: string;
                    atHubAt?: string;
                    handedOverAt?: string;
                    receivedAt?: string;
                    reported?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "consignments";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.consignments"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/consignments/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "consignments";
                            row?: components["schemas"]["View.consignments"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/consignments/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "consignments"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/contributions": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    package?: string;
                    pledge?: string;
                    allocation?: string;
                    donor?: string;
                    currency?: string;
                    amount?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "contributions";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.contributions"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/contributions/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "contributions";
                            row?: components["schemas"]["View.contributions"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/contributions/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "contributions"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/corrections": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    status?: string;
                    stream?: string;
                    eventId?: string;
                    eventType?: string;
                    reason?: string;
                    wrongTime?: string;
                    rightTime?: string;
                    proposedBy?: string;
                    proposedFor?: string;
                    approvedBy?: string;
                    approvedFor?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "corrections";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.corrections"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/corrections/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "corrections";
                            row?: components["schemas"]["View.corrections"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/corrections/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "corrections"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/courses": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    provider?: string;
                    title?: string;
                    place?: string;
                    from?: string;
                    until?: string;
                    status?: string;
                    seats?: string;
                    assigned?: string;
                    free?: string;
                    trained?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "courses";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.courses"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/courses/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "courses";
                            row?: components["schemas"]["View.courses"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/courses/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "courses"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/deadlines": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    due?: string;
                    command?: string;
                    party?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "deadlines";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.deadlines"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/deadlines/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "deadlines";
                            row?: components["schemas"]["View.deadlines"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/deadlines/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "deadlines"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/decisions": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    forum?: string;
                    kind?: string;
                    text?: string;
                    status?: string;
                    version?: string;
                    voters?: string;
                    voterCount?: string;
                    drafter?: string;
                    circulated?: string;
                    deadline?: string;
                    concluded?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "decisions";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.decisions"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/decisions/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "decisions";
                            row?: components["schemas"]["View.decisions"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/decisions/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "decisions"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/discrepancies": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    consignment?: string;
                    discrepancy?: string;
                    donor?: string;
                    stage?: string;
                    line?: string;
                    item?: string;
                    expected?: string;
                    found?: string;
                    foundAt?: string;
                    status?: string;
                    quantity?: string;
                    reason?: string;
                    resolvedAt?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "discrepancies";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.discrepancies"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/discrepancies/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "discrepancies";
                            row?: components["schemas"]["View.discrepancies"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/discrepancies/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "discrepancies"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/forum": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    forum?: string;
                    party?: string;
                    since?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "forum";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.forum"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/forum/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "forum";
                            row?: components["schemas"]["View.forum"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/forum/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "forum"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/fund-payments": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    coalition?: string;
                    donor?: string;
                    amount?: string;
                    currency?: string;
                    basis?: string;
                    drawsOn?: string;
                    purpose?: string;
                    paid?: string;
                    breaches?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "fund-payments";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.fund-payments"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/fund-payments/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "fund-payments";
                            row?: components["schemas"]["View.fund-payments"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/fund-payments/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "fund-payments"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/gdp": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    gdp?: string;
                    party?: string;
                    year?: string;
                    amount?: string;
                    currency?: string;
                    on?: string;
                    source?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "gdp";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.gdp"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/gdp/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "gdp";
                            row?: components["schemas"]["View.gdp"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/gdp/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "gdp"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/holds": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    donor?: string;
                    hold?: string;
                    status?: string;
                    items?: string;
                    stages?: string;
                    from?: string;
                    until?: string;
                    discovered?: string;
                    reported?: string;
                    reason?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "holds";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.holds"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/holds/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "holds";
                            row?: components["schemas"]["View.holds"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/holds/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "holds"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/hubs": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    name?: string;
                    host?: string;
                    capacityPerDay?: string;
                    since?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "hubs";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.hubs"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/hubs/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "hubs";
                            row?: components["schemas"]["View.hubs"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/hubs/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "hubs"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/imports": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    status?: string;
                    source?: string;
                    release?: string;
                    file?: string;
                    sha256?: string;
                    rows?: string;
                    added?: string;
                    unchanged?: string;
                    breaches?: string;
                    rejects?: string;
                    started?: string;
                    finished?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "imports";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.imports"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/imports/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "imports";
                            row?: components["schemas"]["View.imports"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/imports/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "imports"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/matches": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    pledge?: string;
                    requirement?: string;
                    donor?: string;
                    recipient?: string;
                    status?: string;
                    accepted?: string;
                    reason?: string;
                    refusedBy?: string;
                    breaches?: string;
                    since?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "matches";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.matches"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/matches/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "matches";
                            row?: components["schemas"]["View.matches"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/matches/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "matches"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/meetings": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    group?: string;
                    number?: string;
                    status?: string;
                    tentative?: string;
                    on?: string;
                    firstOn?: string;
                    format?: string;
                    level?: string;
                    place?: string;
                    chairs?: string;
                    after?: string;
                    opened?: string;
                    statement?: string;
                    reason?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "meetings";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.meetings"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/meetings/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "meetings";
                            row?: components["schemas"]["View.meetings"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/meetings/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "meetings"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/office-holders": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    group?: string;
                    party?: string;
                    holder?: string;
                    office?: string;
                    since?: string;
                    chairs?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "office-holders";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.office-holders"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/office-holders/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "office-holders";
                            row?: components["schemas"]["View.office-holders"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/office-holders/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "office-holders"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/packages": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    title?: string;
                    status?: string;
                    proposedBy?: string;
                    validatedBy?: string;
                    requirement?: string;
                    currency?: string;
                    target?: string;
                    paid?: string;
                    fundedSince?: string;
                    breaches?: string;
                    since?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "packages";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.packages"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/packages/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "packages";
                            row?: components["schemas"]["View.packages"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/packages/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "packages"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/parked": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    policy?: string;
                    status?: string;
                    command?: string;
                    party?: string;
                    occurred?: string;
                    code?: string;
                    event?: string;
                    position?: string;
                    attempts?: string;
                    since?: string;
                    reason?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "parked";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.parked"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/parked/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "parked";
                            row?: components["schemas"]["View.parked"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/parked/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "parked"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/parties": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    group?: string;
                    party?: string;
                    since?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "parties";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.parties"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/parties/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "parties";
                            row?: components["schemas"]["View.parties"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/parties/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "parties"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/pledged-goods": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    pledge?: string;
                    item?: string;
                    donor?: string;
                    category?: string;
                    unit?: string;
                    pledged?: string;
                    pledgedAtLeast?: string;
                    committed?: string;
                    since?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "pledged-goods";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.pledged-goods"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/pledged-goods/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "pledged-goods";
                            row?: components["schemas"]["View.pledged-goods"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/pledged-goods/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "pledged-goods"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/pledges": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    donor?: string;
                    kind?: string;
                    title?: string;
                    status?: string;
                    currency?: string;
                    made?: string;
                    madeUnknown?: string;
                    committed?: string;
                    committedUnknown?: string;
                    allocated?: string;
                    allocationsUnknown?: string;
                    delivered?: string;
                    deliveredAtLeast?: string;
                    drawsOn?: string;
                    mergedInto?: string;
                    meeting?: string;
                    attendance?: string;
                    conditional?: string;
                    conditionUntil?: string;
                    reported?: string;
                    source?: string;
                    release?: string;
                    foreignId?: string;
                    breaches?: string;
                    lateDays?: string;
                    since?: string;
                    month?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "pledges";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.pledges"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/pledges/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "pledges";
                            row?: components["schemas"]["View.pledges"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/pledges/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "pledges"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/policies": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    position?: string;
                    since?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "policies";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.policies"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/policies/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "policies";
                            row?: components["schemas"]["View.policies"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/policies/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "policies"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/prices": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    prices?: string;
                    item?: string;
                    price?: string;
                    unit?: string;
                    currency?: string;
                    basis?: string;
                    on?: string;
                    source?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "prices";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.prices"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/prices/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "prices";
                            row?: components["schemas"]["View.prices"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/prices/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "prices"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/rates": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    rates?: string;
                    base?: string;
                    currency?: string;
                    rate?: string;
                    on?: string;
                    source?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "rates";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.rates"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/rates/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "rates";
                            row?: components["schemas"]["View.rates"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/rates/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "rates"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/release-entries": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    source?: string;
                    release?: string;
                    foreignId?: string;
                    donor?: string;
                    title?: string;
                    sources?: string;
                    words?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "release-entries";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.release-entries"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/release-entries/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "release-entries";
                            row?: components["schemas"]["View.release-entries"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/release-entries/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "release-entries"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/repairs": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    owner?: string;
                    item?: string;
                    quantity?: string;
                    serials?: string;
                    damage?: string;
                    status?: string;
                    repairer?: string;
                    workshop?: string;
                    expected?: string;
                    opened?: string;
                    accepted?: string;
                    returned?: string;
                    note?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "repairs";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.repairs"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/repairs/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "repairs";
                            row?: components["schemas"]["View.repairs"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/repairs/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "repairs"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/requirement-lines": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    requirement?: string;
                    item?: string;
                    recipient?: string;
                    category?: string;
                    unit?: string;
                    required?: string;
                    validated?: string;
                    tolerance?: string;
                    matched?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "requirement-lines";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.requirement-lines"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/requirement-lines/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "requirement-lines";
                            row?: components["schemas"]["View.requirement-lines"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/requirement-lines/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "requirement-lines"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/requirements": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    recipient?: string;
                    title?: string;
                    priority?: string;
                    neededBy?: string;
                    status?: string;
                    validatedBy?: string;
                    until?: string;
                    outcome?: string;
                    supersededBy?: string;
                    breaches?: string;
                    since?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "requirements";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.requirements"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/requirements/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "requirements";
                            row?: components["schemas"]["View.requirements"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/requirements/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "requirements"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/slots": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    hub?: string;
                    day?: string;
                    consignment?: string;
                    party?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "slots";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.slots"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/slots/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "slots";
                            row?: components["schemas"]["View.slots"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/slots/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "slots"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/task-contributions": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    task?: string;
                    contribution?: string;
                    party?: string;
                    scope?: string;
                    what?: string;
                    since?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "task-contributions";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.task-contributions"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/task-contributions/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "task-contributions";
                            row?: components["schemas"]["View.task-contributions"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/task-contributions/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "task-contributions"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/tasks": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    title?: string;
                    owner?: string;
                    since?: string;
                    transferable?: string;
                    waived?: string;
                    status?: string;
                    limbo?: string;
                    transfer?: string;
                    stage?: string;
                    to?: string;
                    waitsFor?: string;
                    decision?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "tasks";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.tasks"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/tasks/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "tasks";
                            row?: components["schemas"]["View.tasks"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/tasks/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "tasks"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/transfers": {
        get: {
            parameters: {
                query?: {
                    key?: string;
                    task?: string;
                    transfer?: string;
                    from?: string;
                    to?: string;
                    status?: string;
                    forum?: string;
                    decision?: string;
                    consents?: string;
                    proposed?: string;
                    agreed?: string;
                    started?: string;
                    effective?: string;
                    reversed?: string;
                    reason?: string;
                    sort?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & {
                            view: "transfers";
                            rows: (components["schemas"]["Row"] & { row?: components["schemas"]["View.transfers"]; })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/transfers/{key}": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Row"] & (components["schemas"]["At"] & {
                            view: "transfers";
                            row?: components["schemas"]["View.transfers"];
                            /** @description Every version of the row. */
                            history: string;
                        });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/views/transfers/{key}/history": {
        get: {
            parameters: {
                query?: { asOf?: components["parameters"]["AsOf"]; knownAt?: components["parameters"]["KnownAt"]; };
                path: { key: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["At"] & { view: "transfers"; key: string; versions: components["schemas"]["Version"][]; };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions": {
        get: {
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            questions: {
                                name: string;
                                about: string;
                                parameters: string[];
                                reads: string[];
                                explains: boolean;
                                answer: string;
                            }[];
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions/concentration": {
        get: {
            parameters: {
                query: {
                    measure: "pledged" | "committed" | "allocated" | "delivered";
                    without?: string[];
                    sole?: ("capability" | "requirement")[];
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    in: string;
                    rates: string;
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Answer.concentration"] | (components["schemas"]["Explanation"] & { question?: "concentration"; });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions/contested-figures": {
        get: {
            parameters: {
                query: {
                    in: string;
                    rates: string;
                    status?: "open" | "resolved";
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Answer.contested-figures"] | (components["schemas"]["Explanation"] & { question?: "contested-figures"; });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions/continuity": {
        get: {
            parameters: {
                query?: {
                    without?: string;
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Answer.continuity"] | (components["schemas"]["Explanation"] & { question?: "continuity"; });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions/controls": {
        get: {
            parameters: {
                query?: {
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Answer.controls"] | (components["schemas"]["Explanation"] & { question?: "controls"; });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions/coverage": {
        get: {
            parameters: {
                query: {
                    by: "category" | "item" | "priority" | "recipient";
                    capability?: string[];
                    recipient?: string[];
                    priority?: ("critical" | "high" | "medium" | "low")[];
                    status?: ("submitted" | "validated")[];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Answer.coverage"] | (components["schemas"]["Explanation"] & { question?: "coverage"; });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions/data-quality": {
        get: {
            parameters: {
                query?: {
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Answer.data-quality"] | (components["schemas"]["Explanation"] & { question?: "data-quality"; });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions/decision-clocks": {
        get: {
            parameters: {
                query?: {
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Answer.decision-clocks"] | (components["schemas"]["Explanation"] & { question?: "decision-clocks"; });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions/donors": {
        get: {
            parameters: {
                query: {
                    gdp?: string;
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    in: string;
                    rates: string;
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Answer.donors"] | (components["schemas"]["Explanation"] & { question?: "donors"; });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions/funnel": {
        get: {
            parameters: {
                query: {
                    in: string;
                    rates: string;
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Answer.funnel"] | (components["schemas"]["Explanation"] & { question?: "funnel"; });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions/meeting-pack": {
        get: {
            parameters: {
                query: {
                    group: string;
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Answer.meeting-pack"] | (components["schemas"]["Explanation"] & { question?: "meeting-pack"; });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions/releases": {
        get: {
            parameters: {
                query: {
                    source: string;
                    from: string;
                    to: string;
                    in: string;
                    donor?: string[];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Answer.releases"] | (components["schemas"]["Explanation"] & { question?: "releases"; });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions/revision": {
        get: {
            parameters: {
                query: {
                    measure: "pledged" | "committed" | "allocated" | "delivered";
                    since: string;
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    in: string;
                    rates: string;
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Answer.revision"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions/situation": {
        get: {
            parameters: {
                query: {
                    since?: string;
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    in: string;
                    rates: string;
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Answer.situation"] | (components["schemas"]["Explanation"] & { question?: "situation"; });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions/totals": {
        get: {
            parameters: {
                query: {
                    measure: ("pledged" | "committed" | "allocated" | "delivered")[];
                    by: "donor" | "kind" | "month" | "currency";
                    in: string;
                    rates: string[];
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Answer.totals"] | (components["schemas"]["Explanation"] & { question?: "totals"; });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/questions/valuation": {
        get: {
            parameters: {
                query: {
                    measure: ("pledged" | "committed" | "allocated")[];
                    by: "donor" | "capability" | "item";
                    prices: string[];
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    in: string;
                    rates: string;
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                    download?: components["parameters"]["Download"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": components["schemas"]["Answer.valuation"] | (components["schemas"]["Explanation"] & { question?: "valuation"; });
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/activity": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    when?: string;
                    recorded?: string;
                    lateDays?: string;
                    party?: string;
                    subject?: string;
                    reported?: string;
                    stream?: string;
                    type?: string;
                    line?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "activity";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.activity"]; } | null;
                                after?: { row?: components["schemas"]["View.activity"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/allocated-goods": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    pledge?: string;
                    allocation?: string;
                    item?: string;
                    donor?: string;
                    category?: string;
                    unit?: string;
                    allocated?: string;
                    allocatedAtLeast?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "allocated-goods";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.allocated-goods"]; } | null;
                                after?: { row?: components["schemas"]["View.allocated-goods"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/allocations": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    pledge?: string;
                    allocation?: string;
                    donor?: string;
                    kind?: string;
                    requirement?: string;
                    currency?: string;
                    amount?: string;
                    amountUnknown?: string;
                    against?: string;
                    delivered?: string;
                    status?: string;
                    month?: string;
                    counts?: string;
                    categories?: string;
                    breaches?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "allocations";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.allocations"]; } | null;
                                after?: { row?: components["schemas"]["View.allocations"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/authorities": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    donor?: string;
                    legalBasis?: string;
                    currency?: string;
                    ceiling?: string;
                    drawn?: string;
                    draws?: string;
                    revalued?: string;
                    remaining?: string;
                    until?: string;
                    status?: string;
                    unused?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "authorities";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.authorities"]; } | null;
                                after?: { row?: components["schemas"]["View.authorities"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/breaches": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    import?: string;
                    row?: string;
                    rule?: string;
                    code?: string;
                    stream?: string;
                    detail?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "breaches";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.breaches"]; } | null;
                                after?: { row?: components["schemas"]["View.breaches"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/chair": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    parties?: string;
                    status?: string;
                    since?: string;
                    decisionId?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "chair";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.chair"]; } | null;
                                after?: { row?: components["schemas"]["View.chair"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/claims": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    subject?: string;
                    field?: string;
                    number?: string;
                    value?: string;
                    source?: string;
                    said?: string;
                    learnt?: string;
                    evidence?: string;
                    note?: string;
                    recordedBy?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "claims";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.claims"]; } | null;
                                after?: { row?: components["schemas"]["View.claims"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/coalition-members": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    coalition?: string;
                    party?: string;
                    lead?: string;
                    since?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "coalition-members";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.coalition-members"]; } | null;
                                after?: { row?: components["schemas"]["View.coalition-members"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/coalitions": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    group?: string;
                    capability?: string;
                    description?: string;
                    leads?: string;
                    underStrength?: string;
                    members?: string;
                    roadmap?: string;
                    roadmapUntil?: string;
                    endorsed?: string;
                    since?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "coalitions";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.coalitions"]; } | null;
                                after?: { row?: components["schemas"]["View.coalitions"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/commitments": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    pledge?: string;
                    donor?: string;
                    kind?: string;
                    currency?: string;
                    amount?: string;
                    unknowns?: string;
                    month?: string;
                    counts?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "commitments";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.commitments"]; } | null;
                                after?: { row?: components["schemas"]["View.commitments"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/conditions": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    donor?: string;
                    text?: string;
                    until?: string;
                    item?: string;
                    quantity?: string;
                    status?: string;
                    since?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "conditions";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.conditions"]; } | null;
                                after?: { row?: components["schemas"]["View.conditions"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/conflicts": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    subject?: string;
                    field?: string;
                    status?: string;
                    values?: string;
                    sources?: string;
                    since?: string;
                    chosen?: string;
                    reason?: string;
                    settled?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "conflicts";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.conflicts"]; } | null;
                                after?: { row?: components["schemas"]["View.conflicts"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/consignment-lines": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    consignment?: string;
                    line?: string;
                    donor?: string;
                    pledge?: string;
                    allocation?: string;
                    item?: string;
                    category?: string;
                    unit?: string;
                    origin?: string;
                    monitored?: string;
                    planned?: string;
                    dispatched?: string;
                    lost?: string;
                    atHub?: string;
                    handedOver?: string;
                    received?: string;
                    serials?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "consignment-lines";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.consignment-lines"]; } | null;
                                after?: { row?: components["schemas"]["View.consignment-lines"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/consignments": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    donor?: string;
                    recipient?: string;
                    status?: string;
                    held?: string;
                    heldBy?: string;
                    breached?: string;
                    pledges?: string;
                    allocations?: string;
                    items?: string;
                    categories?: string;
                    lines?: string;
                    route?: string;
                    mode?: string;
                    hub?: string;
                    day?: string;
                    consentAwaited?: string;
                    serials?: string;
                    discrepancies?: string;
                    unresolved?: string;
                    lost?: string;
                    reason?: string;
                    disputed?: string;
                    plannedAt?: string;
                    dispatchedAt?: string;
                    atHubAt?: string;
                    handedOverAt?: string;
                    receivedAt?: string;
                    reported?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "consignments";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.consignments"]; } | null;
                                after?: { row?: components["schemas"]["View.consignments"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/contributions": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    package?: string;
                    pledge?: string;
                    allocation?: string;
                    donor?: string;
                    currency?: string;
                    amount?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "contributions";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.contributions"]; } | null;
                                after?: { row?: components["schemas"]["View.contributions"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/corrections": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    status?: string;
                    stream?: string;
                    eventId?: string;
                    eventType?: string;
                    reason?: string;
                    wrongTime?: string;
                    rightTime?: string;
                    proposedBy?: string;
                    proposedFor?: string;
                    approvedBy?: string;
                    approvedFor?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "corrections";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.corrections"]; } | null;
                                after?: { row?: components["schemas"]["View.corrections"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/courses": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    provider?: string;
                    title?: string;
                    place?: string;
                    from?: string;
                    until?: string;
                    status?: string;
                    seats?: string;
                    assigned?: string;
                    free?: string;
                    trained?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "courses";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.courses"]; } | null;
                                after?: { row?: components["schemas"]["View.courses"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/deadlines": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    due?: string;
                    command?: string;
                    party?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "deadlines";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.deadlines"]; } | null;
                                after?: { row?: components["schemas"]["View.deadlines"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/decisions": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    forum?: string;
                    kind?: string;
                    text?: string;
                    status?: string;
                    version?: string;
                    voters?: string;
                    voterCount?: string;
                    drafter?: string;
                    circulated?: string;
                    deadline?: string;
                    concluded?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "decisions";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.decisions"]; } | null;
                                after?: { row?: components["schemas"]["View.decisions"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/discrepancies": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    consignment?: string;
                    discrepancy?: string;
                    donor?: string;
                    stage?: string;
                    line?: string;
                    item?: string;
                    expected?: string;
                    found?: string;
                    foundAt?: string;
                    status?: string;
                    quantity?: string;
                    reason?: string;
                    resolvedAt?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "discrepancies";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.discrepancies"]; } | null;
                                after?: { row?: components["schemas"]["View.discrepancies"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/forum": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    forum?: string;
                    party?: string;
                    since?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "forum";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.forum"]; } | null;
                                after?: { row?: components["schemas"]["View.forum"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/fund-payments": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    coalition?: string;
                    donor?: string;
                    amount?: string;
                    currency?: string;
                    basis?: string;
                    drawsOn?: string;
                    purpose?: string;
                    paid?: string;
                    breaches?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "fund-payments";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.fund-payments"]; } | null;
                                after?: { row?: components["schemas"]["View.fund-payments"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/gdp": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    gdp?: string;
                    party?: string;
                    year?: string;
                    amount?: string;
                    currency?: string;
                    on?: string;
                    source?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "gdp";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.gdp"]; } | null;
                                after?: { row?: components["schemas"]["View.gdp"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/holds": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    donor?: string;
                    hold?: string;
                    status?: string;
                    items?: string;
                    stages?: string;
                    from?: string;
                    until?: string;
                    discovered?: string;
                    reported?: string;
                    reason?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "holds";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.holds"]; } | null;
                                after?: { row?: components["schemas"]["View.holds"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/hubs": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    name?: string;
                    host?: string;
                    capacityPerDay?: string;
                    since?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "hubs";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.hubs"]; } | null;
                                after?: { row?: components["schemas"]["View.hubs"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/imports": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    status?: string;
                    source?: string;
                    release?: string;
                    file?: string;
                    sha256?: string;
                    rows?: string;
                    added?: string;
                    unchanged?: string;
                    breaches?: string;
                    rejects?: string;
                    started?: string;
                    finished?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "imports";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.imports"]; } | null;
                                after?: { row?: components["schemas"]["View.imports"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/matches": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    pledge?: string;
                    requirement?: string;
                    donor?: string;
                    recipient?: string;
                    status?: string;
                    accepted?: string;
                    reason?: string;
                    refusedBy?: string;
                    breaches?: string;
                    since?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "matches";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.matches"]; } | null;
                                after?: { row?: components["schemas"]["View.matches"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/meetings": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    group?: string;
                    number?: string;
                    status?: string;
                    tentative?: string;
                    on?: string;
                    firstOn?: string;
                    format?: string;
                    level?: string;
                    place?: string;
                    chairs?: string;
                    after?: string;
                    opened?: string;
                    statement?: string;
                    reason?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "meetings";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.meetings"]; } | null;
                                after?: { row?: components["schemas"]["View.meetings"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/office-holders": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    group?: string;
                    party?: string;
                    holder?: string;
                    office?: string;
                    since?: string;
                    chairs?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "office-holders";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.office-holders"]; } | null;
                                after?: { row?: components["schemas"]["View.office-holders"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/packages": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    title?: string;
                    status?: string;
                    proposedBy?: string;
                    validatedBy?: string;
                    requirement?: string;
                    currency?: string;
                    target?: string;
                    paid?: string;
                    fundedSince?: string;
                    breaches?: string;
                    since?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "packages";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.packages"]; } | null;
                                after?: { row?: components["schemas"]["View.packages"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/parked": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    policy?: string;
                    status?: string;
                    command?: string;
                    party?: string;
                    occurred?: string;
                    code?: string;
                    event?: string;
                    position?: string;
                    attempts?: string;
                    since?: string;
                    reason?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "parked";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.parked"]; } | null;
                                after?: { row?: components["schemas"]["View.parked"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/parties": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    group?: string;
                    party?: string;
                    since?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "parties";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.parties"]; } | null;
                                after?: { row?: components["schemas"]["View.parties"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/pledged-goods": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    pledge?: string;
                    item?: string;
                    donor?: string;
                    category?: string;
                    unit?: string;
                    pledged?: string;
                    pledgedAtLeast?: string;
                    committed?: string;
                    since?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "pledged-goods";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.pledged-goods"]; } | null;
                                after?: { row?: components["schemas"]["View.pledged-goods"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/pledges": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    donor?: string;
                    kind?: string;
                    title?: string;
                    status?: string;
                    currency?: string;
                    made?: string;
                    madeUnknown?: string;
                    committed?: string;
                    committedUnknown?: string;
                    allocated?: string;
                    allocationsUnknown?: string;
                    delivered?: string;
                    deliveredAtLeast?: string;
                    drawsOn?: string;
                    mergedInto?: string;
                    meeting?: string;
                    attendance?: string;
                    conditional?: string;
                    conditionUntil?: string;
                    reported?: string;
                    source?: string;
                    release?: string;
                    foreignId?: string;
                    breaches?: string;
                    lateDays?: string;
                    since?: string;
                    month?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "pledges";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.pledges"]; } | null;
                                after?: { row?: components["schemas"]["View.pledges"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/policies": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    position?: string;
                    since?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "policies";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.policies"]; } | null;
                                after?: { row?: components["schemas"]["View.policies"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/prices": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    prices?: string;
                    item?: string;
                    price?: string;
                    unit?: string;
                    currency?: string;
                    basis?: string;
                    on?: string;
                    source?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "prices";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.prices"]; } | null;
                                after?: { row?: components["schemas"]["View.prices"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/rates": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    rates?: string;
                    base?: string;
                    currency?: string;
                    rate?: string;
                    on?: string;
                    source?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "rates";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.rates"]; } | null;
                                after?: { row?: components["schemas"]["View.rates"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/release-entries": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    source?: string;
                    release?: string;
                    foreignId?: string;
                    donor?: string;
                    title?: string;
                    sources?: string;
                    words?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "release-entries";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.release-entries"]; } | null;
                                after?: { row?: components["schemas"]["View.release-entries"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/repairs": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    owner?: string;
                    item?: string;
                    quantity?: string;
                    serials?: string;
                    damage?: string;
                    status?: string;
                    repairer?: string;
                    workshop?: string;
                    expected?: string;
                    opened?: string;
                    accepted?: string;
                    returned?: string;
                    note?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "repairs";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.repairs"]; } | null;
                                after?: { row?: components["schemas"]["View.repairs"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/requirement-lines": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    requirement?: string;
                    item?: string;
                    recipient?: string;
                    category?: string;
                    unit?: string;
                    required?: string;
                    validated?: string;
                    tolerance?: string;
                    matched?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "requirement-lines";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.requirement-lines"]; } | null;
                                after?: { row?: components["schemas"]["View.requirement-lines"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/requirements": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    recipient?: string;
                    title?: string;
                    priority?: string;
                    neededBy?: string;
                    status?: string;
                    validatedBy?: string;
                    until?: string;
                    outcome?: string;
                    supersededBy?: string;
                    breaches?: string;
                    since?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "requirements";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.requirements"]; } | null;
                                after?: { row?: components["schemas"]["View.requirements"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/slots": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    hub?: string;
                    day?: string;
                    consignment?: string;
                    party?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "slots";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.slots"]; } | null;
                                after?: { row?: components["schemas"]["View.slots"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/task-contributions": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    task?: string;
                    contribution?: string;
                    party?: string;
                    scope?: string;
                    what?: string;
                    since?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "task-contributions";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.task-contributions"]; } | null;
                                after?: { row?: components["schemas"]["View.task-contributions"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/tasks": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    title?: string;
                    owner?: string;
                    since?: string;
                    transferable?: string;
                    waived?: string;
                    status?: string;
                    limbo?: string;
                    transfer?: string;
                    stage?: string;
                    to?: string;
                    waitsFor?: string;
                    decision?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "tasks";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.tasks"]; } | null;
                                after?: { row?: components["schemas"]["View.tasks"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/views/transfers": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    key?: string;
                    task?: string;
                    transfer?: string;
                    from?: string;
                    to?: string;
                    status?: string;
                    forum?: string;
                    decision?: string;
                    consents?: string;
                    proposed?: string;
                    agreed?: string;
                    started?: string;
                    effective?: string;
                    reversed?: string;
                    reason?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: "transfers";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            rows: (components["schemas"]["RowChange"] & {
                                before?: { row?: components["schemas"]["View.transfers"]; } | null;
                                after?: { row?: components["schemas"]["View.transfers"]; } | null;
                            })[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/questions/concentration": {
        get: {
            parameters: {
                query: {
                    measure: "pledged" | "committed" | "allocated" | "delivered";
                    without?: string[];
                    sole?: ("capability" | "requirement")[];
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    in: string;
                    rates: string;
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            question: "concentration";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            /** @description The figure whose difference the rows are of. */
                            explain?: string;
                            /** @description The view that the rows are of. */
                            view?: string;
                            rows: (components["schemas"]["PartChange"] | components["schemas"]["FigureCause"])[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/questions/contested-figures": {
        get: {
            parameters: {
                query: {
                    in: string;
                    rates: string;
                    status?: "open" | "resolved";
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            question: "contested-figures";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            /** @description The figure whose difference the rows are of. */
                            explain?: string;
                            /** @description The view that the rows are of. */
                            view?: string;
                            rows: (components["schemas"]["PartChange"] | components["schemas"]["FigureCause"])[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/questions/continuity": {
        get: {
            parameters: {
                query?: {
                    without?: string;
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            question: "continuity";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            /** @description The figure whose difference the rows are of. */
                            explain?: string;
                            /** @description The view that the rows are of. */
                            view?: string;
                            rows: (components["schemas"]["PartChange"] | components["schemas"]["FigureCause"])[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/questions/controls": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            question: "controls";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            /** @description The figure whose difference the rows are of. */
                            explain?: string;
                            /** @description The view that the rows are of. */
                            view?: string;
                            rows: (components["schemas"]["PartChange"] | components["schemas"]["FigureCause"])[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/questions/coverage": {
        get: {
            parameters: {
                query: {
                    by: "category" | "item" | "priority" | "recipient";
                    capability?: string[];
                    recipient?: string[];
                    priority?: ("critical" | "high" | "medium" | "low")[];
                    status?: ("submitted" | "validated")[];
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            question: "coverage";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            /** @description The figure whose difference the rows are of. */
                            explain?: string;
                            /** @description The view that the rows are of. */
                            view?: string;
                            rows: (components["schemas"]["PartChange"] | components["schemas"]["FigureCause"])[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/questions/data-quality": {
        get: {
            parameters: {
                query?: {
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            question: "data-quality";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            /** @description The figure whose difference the rows are of. */
                            explain?: string;
                            /** @description The view that the rows are of. */
                            view?: string;
                            rows: (components["schemas"]["PartChange"] | components["schemas"]["FigureCause"])[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/questions/decision-clocks": {
        get: {
            parameters: {
                query?: {
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            question: "decision-clocks";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            /** @description The figure whose difference the rows are of. */
                            explain?: string;
                            /** @description The view that the rows are of. */
                            view?: string;
                            rows: (components["schemas"]["PartChange"] | components["schemas"]["FigureCause"])[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/questions/donors": {
        get: {
            parameters: {
                query: {
                    gdp?: string;
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    in: string;
                    rates: string;
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            question: "donors";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            /** @description The figure whose difference the rows are of. */
                            explain?: string;
                            /** @description The view that the rows are of. */
                            view?: string;
                            rows: (components["schemas"]["PartChange"] | components["schemas"]["FigureCause"])[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/questions/funnel": {
        get: {
            parameters: {
                query: {
                    in: string;
                    rates: string;
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            question: "funnel";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            /** @description The figure whose difference the rows are of. */
                            explain?: string;
                            /** @description The view that the rows are of. */
                            view?: string;
                            rows: (components["schemas"]["PartChange"] | components["schemas"]["FigureCause"])[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/questions/meeting-pack": {
        get: {
            parameters: {
                query: {
                    group: string;
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            question: "meeting-pack";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            /** @description The figure whose difference the rows are of. */
                            explain?: string;
                            /** @description The view that the rows are of. */
                            view?: string;
                            rows: (components["schemas"]["PartChange"] | components["schemas"]["FigureCause"])[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/questions/releases": {
        get: {
            parameters: {
                query: {
                    source: string;
                    from: string;
                    to: string;
                    in: string;
                    donor?: string[];
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            question: "releases";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            /** @description The figure whose difference the rows are of. */
                            explain?: string;
                            /** @description The view that the rows are of. */
                            view?: string;
                            rows: (components["schemas"]["PartChange"] | components["schemas"]["FigureCause"])[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/questions/revision": {
        get: {
            parameters: {
                query: {
                    measure: "pledged" | "committed" | "allocated" | "delivered";
                    since: string;
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    in: string;
                    rates: string;
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            question: "revision";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            /** @description The figure whose difference the rows are of. */
                            explain?: string;
                            /** @description The view that the rows are of. */
                            view?: string;
                            rows: (components["schemas"]["PartChange"] | components["schemas"]["FigureCause"])[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/questions/situation": {
        get: {
            parameters: {
                query: {
                    since?: string;
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    in: string;
                    rates: string;
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            question: "situation";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            /** @description The figure whose difference the rows are of. */
                            explain?: string;
                            /** @description The view that the rows are of. */
                            view?: string;
                            rows: (components["schemas"]["PartChange"] | components["schemas"]["FigureCause"])[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/questions/totals": {
        get: {
            parameters: {
                query: {
                    measure: ("pledged" | "committed" | "allocated" | "delivered")[];
                    by: "donor" | "kind" | "month" | "currency";
                    in: string;
                    rates: string[];
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            question: "totals";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            /** @description The figure whose difference the rows are of. */
                            explain?: string;
                            /** @description The view that the rows are of. */
                            view?: string;
                            rows: (components["schemas"]["PartChange"] | components["schemas"]["FigureCause"])[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/diff/questions/valuation": {
        get: {
            parameters: {
                query: {
                    measure: ("pledged" | "committed" | "allocated")[];
                    by: "donor" | "capability" | "item";
                    prices: string[];
                    donor?: string[];
                    kind?: ("military" | "humanitarian" | "financial")[];
                    capability?: string[];
                    status?: ("made" | "committed" | "withdrawn" | "lapsed" | "merged")[];
                    release?: string[];
                    from?: string;
                    to?: string;
                    in: string;
                    rates: string;
                    "from.asOf"?: string;
                    "from.knownAt"?: string;
                    "to.asOf"?: string;
                    "to.knownAt"?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                    explain?: string;
                    limit?: components["parameters"]["Limit"];
                    cursor?: components["parameters"]["Cursor"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            question: "valuation";
                            /** @description The earlier moment. */
                            from: components["schemas"]["At"];
                            /** @description The later moment. */
                            to: components["schemas"]["At"];
                            /** @description The figure whose difference the rows are of. */
                            explain?: string;
                            /** @description The view that the rows are of. */
                            view?: string;
                            rows: (components["schemas"]["PartChange"] | components["schemas"]["FigureCause"])[];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/streams/{stream}": {
        get: {
            parameters: {
                query?: {
                    from?: number;
                    limit?: components["parameters"]["Limit"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
                path: { stream: string; };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            stream: string;
                            /** @description Where the stream stands; left out where knownAt is given. */
                            revision?: number;
                            events: components["schemas"]["Event"][];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/events": {
        get: {
            parameters: {
                query?: {
                    type?: string;
                    party?: string;
                    stream?: string;
                    after?: string;
                    limit?: components["parameters"]["Limit"];
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            position: string;
                            events: components["schemas"]["Event"][];
                            /** @description The next page. */
                            next?: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/feed": {
        get: {
            parameters: {
                query?: {
                    type?: string;
                    party?: string;
                    stream?: string;
                    view?: string;
                    after?: string;
                    envelope?: "cloudevents";
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: { default: components["responses"]["Problem"]; };
        };
    };
    "/iati/activities": {
        get: {
            parameters: {
                query: {
                    reporter: string;
                    reporterName: string;
                    reporterType?: "10" | "11" | "15" | "21" | "22" | "23" | "24" | "30" | "40" | "60" | "70" | "71" | "72" | "73" | "80" | "90";
                    recipient?: string;
                    donor?: string;
                    kind?: string;
                    release?: string;
                    asOf?: components["parameters"]["AsOf"];
                    knownAt?: components["parameters"]["KnownAt"];
                };
            };
            responses: { default: components["responses"]["Problem"]; };
        };
    };
    "/operations/views": {
        get: {
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["ViewStatuses"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/operations/views/{view}": {
        get: {
            parameters: { path: { view: string; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["ViewStatus"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/operations/views/{view}/rebuild": {
        post: {
            parameters: { path: { view: string; }; };
            responses: {
                "2XX": {
                    content: {
                        "application/json": {
                            view: string;
                            /** @description The last rebuild that this process was asked for. */
                            rebuild: { status: "running" | "done" | "failed"; startedAt: string; endedAt?: string; traceId?: string; };
                            status: string;
                        };
                    };
                };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/operations/digests": {
        get: {
            parameters: { query?: { knownAt?: components["parameters"]["KnownAt"]; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["ViewDigests"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/metrics": { get: { responses: { default: components["responses"]["Problem"]; }; }; };
    "/health/live": {
        get: {
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Health"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/health/ready": {
        get: {
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Health"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/health/startup": {
        get: {
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Health"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/imports/{format}": {
        post: {
            parameters: {
                query: { release: string; allowRejects?: boolean; on?: string; file?: string; };
                path: { format: "kiel" | "kiel-rates" | "kiel-prices" | "kiel-corrections"; };
            };
            requestBody: { content: { "text/csv": string; "application/octet-stream": string; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Operation"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/operations/{id}": {
        get: {
            parameters: { path: { id: string; }; };
            responses: {
                "2XX": { content: { "application/json": components["schemas"]["Operation"]; }; };
                default: components["responses"]["Problem"];
            };
        };
    };
    "/operations/{id}/events": {
        get: {
            parameters: { path: { id: string; }; };
            responses: { default: components["responses"]["Problem"]; };
        };
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description RFC 9457. Further members are the facts of the case: what remains, which field is wrong. */
        Problem: {
            /** @description The page of this kind of problem. */
            type: string;
            title: string;
            status: number;
            /** @description What was wrong, where, and what to do. */
            detail: string;
            /** @description Part of the contract. */
            code: string;
            /** @description What the law says is needed to go on, such as how much remains. */
            facts?: Record<string, unknown>;
        };
        ProposeCorrection: {
            stream: string;
            eventId: string;
            reason: string;
            values: Record<string, unknown>;
            occurredAt?: string;
        };
        ApproveCorrection: { stream: string; correctionId: string; };
        ReplaceLead: { coalitionId: string; from?: string; to?: string; reason?: string; };
        RecordFundPayment: {
            coalitionId: string;
            paymentId: string;
            amount: components["schemas"]["Money"];
            drawsOn?: string;
            purpose?: string;
            claims?: components["schemas"]["Claim"][];
        };
        Claim: { source: string; said?: string; learnt?: string; note?: string; };
        Money: { amount: string; currency?: string; basis?: "claimed" | "book" | "replacement" | "contract"; };
        LeaveCoalition: { coalitionId: string; party: string; reason?: string; };
        JoinCoalition: { coalitionId: string; party: string; };
        FormCoalition: {
            coalitionId: string;
            groupId: string;
            capability: string;
            leads: string[];
            members?: string[];
            description?: string;
            claims?: components["schemas"]["Claim"][];
        };
        EndorseRoadmap: { coalitionId: string; roadmap: string; until: string; claims?: components["schemas"]["Claim"][]; };
        ReturnRepaired: { repairId: string; outcome: "repaired" | "beyondRepair"; note?: string; };
        OpenRepair: {
            repairId: string;
            owner: string;
            item: string;
            quantity: string;
            serials?: string[];
            damage?: string;
        };
        AcceptForRepair: { repairId: string; repairer: string; workshop: string; expected?: string; };
        OfferSeats: {
            courseId: string;
            provider: string;
            title: string;
            place?: string;
            from: string;
            until?: string;
            seats: number;
            claims?: components["schemas"]["Claim"][];
        };
        CompleteCourse: { courseId: string; trained: number; };
        AssignUnit: { courseId: string; unit: string; seats: number; };
        PublishGdp: {
            gdpId: string;
            year: number;
            currency: string;
            on: string;
            figures: components["schemas"]["PartyGdp"][];
            source: string;
        };
        PartyGdp: { party: string; amount: string; };
        PublishPrices: {
            pricesId: string;
            currency?: string;
            basis?: "claimed" | "book" | "replacement" | "contract";
            on: string;
            prices: components["schemas"]["ItemPrice"][];
            source?: string;
        };
        ItemPrice: { item: string; price: string; unit?: string; };
        ResolveConflict: { subject: string; field: string; chosen: string; reason?: string; };
        RecordClaim: {
            subject: string;
            field: string;
            value: string;
            source?: string;
            said?: string;
            learnt?: string;
            evidence?: "found" | "memory" | "inferred";
            note?: string;
        };
        RevokeCeiling: { authorityId: string; };
        RevalueDraws: { authorityId: string; proposalId: string; };
        RaiseCeiling: {
            authorityId: string;
            ceiling: components["schemas"]["Money"];
            legalBasis: string;
            claims?: components["schemas"]["Claim"][];
        };
        ProposeDrawsRevaluation: {
            authorityId: string;
            proposalId: string;
            delta: components["schemas"]["Difference"];
            method: string;
            claims?: components["schemas"]["Claim"][];
        };
        Difference: { amount: string; currency?: string; basis?: "claimed" | "book" | "replacement" | "contract"; };
        OpenAuthority: {
            authorityId: string;
            donor: string;
            ceiling: components["schemas"]["Money"];
            until?: string;
            legalBasis: string;
            claims?: components["schemas"]["Claim"][];
        };
        LapseAuthority: { authorityId: string; };
        DrawOnAuthority: {
            authorityId: string;
            drawId: string;
            pledgeId: string;
            amount: components["schemas"]["Money"];
            claims?: components["schemas"]["Claim"][];
        };
        PlaceHold: {
            donor: string;
            holdId: string;
            items?: string[];
            stages?: ("dispatch" | "handOver")[];
            discovered?: boolean;
            reason?: string;
        };
        LiftHold: { donor: string; holdId: string; reason?: string; };
        OpenHub: { hubId: string; name: string; host: string; capacityPerDay: number; };
        FreeSlot: { hubId: string; consignmentId: string; };
        ChangeHubCapacity: { hubId: string; capacityPerDay: number; };
        BookSlot: { hubId: string; consignmentId: string; day: string; };
        StrikeSerials: { consignmentId: string; lines: components["schemas"]["LineSerials"][]; reason: string; };
        LineSerials: { lineId: string; serials: string[]; };
        ResolveDiscrepancy: { consignmentId: string; discrepancyId: string; quantity: string; reason: string; };
        RescheduleConsignment: { consignmentId: string; hubId: string; day?: string; };
        ReportLoss: { consignmentId: string; lines?: components["schemas"]["LineQuantity"][]; reason: string; };
        LineQuantity: { lineId: string; quantity: string; };
        RefuseConsent: { consignmentId: string; reason: string; };
        RecordSerials: { consignmentId: string; lines: components["schemas"]["LineSerials"][]; };
        ReceiveAtHub: {
            consignmentId: string;
            counts?: components["schemas"]["LineQuantity"][];
            unlisted?: components["schemas"]["Load"][];
        };
        Load: { item: string; quantity: string; };
        ReadyConsignment: { consignmentId: string; };
        PlanConsignment: {
            consignmentId: string;
            donor: string;
            recipient: string;
            manifest: components["schemas"]["ManifestLine"][];
            route?: string;
            mode?: "road" | "rail" | "air" | "sea";
            hubId?: string;
        };
        ManifestLine: {
            lineId: string;
            pledgeId: string;
            allocationId: string;
            item: string;
            category?: string;
            quantity: string;
            unit?: string;
            origin?: string;
            monitored?: boolean;
        };
        HoldConsignment: { consignmentId: string; holdId: string; };
        HandOver: { consignmentId: string; lines?: components["schemas"]["LineQuantity"][]; };
        GrantConsent: { consignmentId: string; document?: string; };
        FreeConsignment: { consignmentId: string; holdId: string; };
        DisputeReceipt: { consignmentId: string; reason: string; };
        DispatchConsignment: { consignmentId: string; lines?: components["schemas"]["LineQuantity"][]; };
        ConfirmReceipt: { consignmentId: string; lines?: components["schemas"]["LineQuantity"][]; };
        CancelConsignment: { consignmentId: string; reason: string; };
        RetryParked: { policy: string; parkedId: string; };
        ResolveParked: { policy: string; parkedId: string; };
        ParkCommand: {
            policy: string;
            parkedId: string;
            eventId: string;
            position: string;
            index: number;
            command: string;
            data: Record<string, unknown>;
            party: string;
            occurredAt: string;
            code: string;
            facts?: Record<string, unknown>;
        };
        DismissParked: { policy: string; parkedId: string; reason: string; };
        AdvancePolicy: { policy: string; position: string; };
        WithdrawContributions: { packageId: string; pledgeId: string; allocationId: string; kept?: string; reason?: string; };
        ValidatePackage: { packageId: string; };
        ReleasePackage: { packageId: string; };
        ProposePackage: {
            packageId: string;
            title: string;
            description?: string;
            lines?: components["schemas"]["Line"][];
            target: components["schemas"]["Money"];
            requirementId?: string;
            claims?: components["schemas"]["Claim"][];
        };
        Line: {
            item: string;
            category?: string;
            quantity?: string;
            quantityUnknown?: "notReported" | "notApplicable" | "withheld";
            unit?: string;
        };
        ContributeToPackage: {
            packageId: string;
            contributionId: string;
            pledgeId: string;
            allocationId: string;
            amount: components["schemas"]["Money"];
        };
        ProposeMatch: {
            matchId: string;
            pledgeId: string;
            requirementId: string;
            lines: components["schemas"]["MatchedLine"][];
            terms: components["schemas"]["Terms"];
        };
        Terms: {
            amount?: components["schemas"]["Money"];
            amountUnknown?: "notReported" | "notApplicable" | "withheld";
            rates?: string;
            claims?: components["schemas"]["Claim"][];
        };
        MatchedLine: { item: string; quantity: string; offered?: string; };
        DeclineMatch: { matchId: string; reason?: string; };
        ConcludeMatch: { matchId: string; };
        AcceptMatch: { matchId: string; };
        AbortMatch: { matchId: string; reason: string; refusedBy?: "requirement" | "pledge"; };
        ValidateRequirement: { requirementId: string; quantities?: components["schemas"]["ValidatedLine"][]; until: string; };
        ValidatedLine: { item: string; quantity: string; };
        SubmitRequirement: {
            requirementId: string;
            recipient: string;
            title: string;
            description?: string;
            lines: components["schemas"]["RequiredLine"][];
            priority: "critical" | "high" | "medium" | "low";
            neededBy?: string;
            claims?: components["schemas"]["Claim"][];
        };
        RequiredLine: { item: string; category?: string; quantity: string; unit?: string; tolerance?: string; };
        ReviseRequirement: {
            requirementId: string;
            lines: components["schemas"]["RequiredLine"][];
            neededBy?: string;
            reason?: string;
            claims?: components["schemas"]["Claim"][];
        };
        ReserveRequirement: {
            requirementId: string;
            donor: string;
            pledgeId: string;
            allocationId: string;
            matchId?: string;
            lines: components["schemas"]["MatchedLine"][];
            terms?: components["schemas"]["Terms"];
        };
        ReprioritiseRequirement: { requirementId: string; priority: "critical" | "high" | "medium" | "low"; reason?: string; };
        ReleaseReservation: {
            requirementId: string;
            pledgeId: string;
            allocationId: string;
            kept?: components["schemas"]["KeptLine"][];
            reason?: string;
        };
        KeptLine: { item: string; quantity?: string; };
        RejectRequirement: { requirementId: string; reason: string; };
        ExpireRequirement: { requirementId: string; };
        CloseRequirement: {
            requirementId: string;
            outcome: "satisfied" | "withdrawn" | "superseded";
            supersededBy?: string;
            reason?: string;
        };
        StartImport: { importId: string; source: string; release: string; file: string; sha256: string; rows: number; };
        RecordBreach: {
            importId: string;
            row: number;
            rule: string;
            code: string;
            facts?: components["schemas"]["BreachFact"][];
            stream: string;
            detail: string;
        };
        BreachFact: { name: string; value: string; };
        FinishImport: {
            importId: string;
            rows: number;
            added: number;
            unchanged: number;
            breaches: number;
            rejects: number;
        };
        PublishRates: {
            ratesId: string;
            base: string;
            on: string;
            rates: components["schemas"]["CurrencyRate"][];
            source: string;
        };
        CurrencyRate: { currency: string; rate: string; };
        WithdrawPledge: { pledgeId: string; reason: string; };
        RevaluePledge: { pledgeId: string; proposalId: string; };
        ReportDelivery: {
            pledgeId: string;
            allocationId: string;
            lines?: components["schemas"]["Line"][];
            value?: components["schemas"]["Money"];
            claims?: components["schemas"]["Claim"][];
        };
        ReleaseAllocation: { pledgeId: string; allocationId: string; reason?: string; };
        RecordHandOver: {
            pledgeId: string;
            allocationId: string;
            consignmentId: string;
            lines: components["schemas"]["Load"][];
        };
        ProposeRevaluation: {
            pledgeId: string;
            proposalId: string;
            amount: components["schemas"]["Money"];
            committed?: components["schemas"]["Money"];
            method: string;
            claims?: components["schemas"]["Claim"][];
        };
        ProposeMerge: { pledgeId: string; proposalId: string; into: string; reason: string; };
        OrphanAllocation: { pledgeId: string; allocationId: string; reason?: string; };
        MergePledge: { pledgeId: string; proposalId: string; };
        MeetCondition: { pledgeId: string; counted?: components["schemas"]["Counted"][]; };
        Counted: { pledgeId: string; donor: string; quantity: string; };
        MakePledge: {
            pledgeId: string;
            donor: string;
            kind: "military" | "humanitarian" | "financial";
            title: string;
            description?: string;
            lines?: components["schemas"]["Line"][];
            amount?: components["schemas"]["Money"];
            amountUnknown?: "notReported" | "notApplicable" | "withheld";
            currency?: string;
            years?: number[];
            condition?: components["schemas"]["Condition"];
            drawsOn?: string;
            asFund?: boolean;
            meetingId?: string;
            attendance?: "attended" | "statement";
            foreign?: components["schemas"]["Foreign"];
            claims?: components["schemas"]["Claim"][];
        };
        Foreign: { source: string; release: string; id: string; };
        Condition: { text: string; until: string; threshold?: components["schemas"]["Threshold"]; };
        Threshold: { item: string; quantity: string; };
        LinkReannouncement: { pledgeId: string; drawsOn: string; };
        LapseCondition: { pledgeId: string; };
        IncreasePledge: {
            pledgeId: string;
            amount: components["schemas"]["Money"];
            claims?: components["schemas"]["Claim"][];
        };
        DecreasePledge: {
            pledgeId: string;
            amount: components["schemas"]["Money"];
            reason?: string;
            claims?: components["schemas"]["Claim"][];
        };
        ConsignAllocation: {
            pledgeId: string;
            allocationId: string;
            consignmentId: string;
            lines: components["schemas"]["Load"][];
        };
        ConfirmReport: { pledgeId: string; };
        CommitPledge: {
            pledgeId: string;
            amount?: components["schemas"]["Money"];
            amountUnknown?: "notReported" | "notApplicable" | "withheld";
            claims?: components["schemas"]["Claim"][];
        };
        AllocatePledge: {
            pledgeId: string;
            allocationId: string;
            kind?: "military" | "humanitarian" | "financial";
            requirementId?: string;
            matchId?: string;
            packageId?: string;
            lines?: components["schemas"]["Line"][];
            amount?: components["schemas"]["Money"];
            amountUnknown?: "notReported" | "notApplicable" | "withheld";
            rates?: string;
            claims?: components["schemas"]["Claim"][];
        };
        WaiveRestriction: { taskId: string; reason: string; };
        StartTransition: { taskId: string; readiness?: components["schemas"]["ReadinessItem"][]; };
        ReadinessItem: { what: string; ready?: boolean; };
        ReverseTransfer: { taskId: string; reason: string; };
        ReportReadiness: { taskId: string; what: string; ready: boolean; };
        RelinquishTask: { taskId: string; reason: string; };
        RegisterTask: { taskId: string; title: string; description?: string; owner: string; transferable: boolean; };
        ProposeTransfer: { taskId: string; transferId: string; to: string; forumId?: string; reason?: string; };
        EndTaskContribution: { taskId: string; contributionId: string; reason?: string; };
        ContributeToTask: {
            taskId: string;
            contributionId: string;
            scope: "personnel" | "funds" | "territory" | "statements";
            what: string;
        };
        CompleteTransfer: { taskId: string; };
        AgreeTransfer: { taskId: string; decisionId?: string; };
        ScheduleMeeting: {
            meetingId: string;
            groupId: string;
            on: string;
            format: "inPerson" | "virtual" | "hybrid";
            level?: "ministers" | "leaders";
            place?: string;
        };
        RescheduleMeeting: { meetingId: string; on: string; format?: "inPerson" | "virtual" | "hybrid"; place?: string; };
        RecordAttendance: {
            meetingId: string;
            party: string;
            mode: "inPerson" | "virtual" | "statement";
            disclosed?: boolean;
            representative?: string;
        };
        OpenMeeting: { meetingId: string; after?: string; };
        MakeMeetingTentative: { meetingId: string; };
        ConfirmMeeting: { meetingId: string; };
        CloseMeeting: { meetingId: string; statement?: string; claims?: components["schemas"]["Claim"][]; };
        CancelMeeting: { meetingId: string; reason: string; };
        RegisterOptOut: { decisionId: string; scope: ("personnel" | "funds" | "territory" | "statements")[]; };
        ExtendSilence: { decisionId: string; deadline: string; reason?: string; };
        EndorseDecision: { decisionId: string; at: string; };
        ConcludeSilence: { decisionId: string; };
        CirculateDraft: {
            decisionId: string;
            forumId: string;
            subject: components["schemas"]["Subject"];
            text: string;
            deadline: string;
        };
        Subject: {
            kind: "text" | "taskTransfer" | "chairTransfer";
            taskIds?: string[];
            owner?: string;
            groupId?: string;
            from?: string;
            to?: string[];
            effective?: string;
        };
        BreakSilence: { decisionId: string; reason?: string; };
        AmendDraft: { decisionId: string; text: string; deadline: string; };
        LeaveForum: { forumId: string; party: string; };
        JoinForum: { forumId: string; party: string; };
        TransferChair: {
            groupId: string;
            to: string[];
            holders?: components["schemas"]["OfficeHolder"][];
            decisionId?: string;
        };
        OfficeHolder: { party: string; holder: string; office: string; };
        RevokeChairChange: { groupId: string; };
        RemoveParty: { groupId: string; party: string; };
        ProposeChairTransfer: { groupId: string; proposalId: string; to: string[]; decisionId?: string; };
        NameOfficeHolder: { groupId: string; party: string; holder: string; office: string; };
        EndChairTerm: { groupId: string; party: string; reason: string; };
        CountMeeting: { groupId: string; meetingId: string; number: number; };
        AppointChair: { groupId: string; parties: string[]; holders?: components["schemas"]["OfficeHolder"][]; };
        AdmitParty: { groupId: string; party: string; };
        Receipt: {
            stream: string;
            /** @description Where the stream stands: the next If-Match; -1 where there is none. */
            revision: number;
            /** @description A position in the log. */
            position: string;
            /**
             * @description Nothing was appended.
             * @constant
             */
            dryRun?: true;
            events?: { id: string; type: string; data: Record<string, unknown>; occurredAt: string; }[];
        };
        BatchItem: {
            /** @description The name of the command. */
            type: string;
            /** @description The command's fields, as at its own path. */
            data: Record<string, unknown>;
            idempotencyKey?: string;
            occurredAt?: string;
            actingFor?: string;
            /** @description A revision, or * where the stream is to exist. */
            ifMatch?: number | string;
        };
        BatchAnswer: {
            /** @description What the command would have been answered with alone. */
            status: number;
            replayed?: true;
            receipt?: components["schemas"]["Receipt"];
            problem?: components["schemas"]["Problem"];
        };
        "View.activity": {
            /** @description When it was true in the world. */
            when: string | null;
            /** @description When the ledger recorded it. */
            recorded: string | null;
            /** @description How many whole days later that was, if any. */
            lateDays: number | null;
            /** @description The party it is by. */
            party: string | null;
            /** @description The identity it is by, as its token names it. */
            subject: string | null;
            /** @description Whether a historian said it in the party's name. */
            reported: boolean | null;
            /** @description The stream of the event. */
            stream: string | null;
            /** @description The type of the event. */
            type: string | null;
            /** @description What happened, in plain words on one line. */
            line: string | null;
        };
        "View.allocated-goods": {
            /** @description The pledge. */
            pledge: string | null;
            /** @description The allocation of the pledge. */
            allocation: string | null;
            /** @description What is allocated. */
            item: string | null;
            /** @description The party that gives it. */
            donor: string | null;
            /** @description The category of the item, in the source's words. */
            category: string | null;
            /** @description What quantities are counted in. */
            unit: string | null;
            /** @description How much is allocated, as far as it is known. */
            allocated: string | null;
            /** @description Whether how much is not known of a part of it. */
            allocatedAtLeast: boolean | null;
        };
        "View.allocations": {
            /** @description The pledge it is a part of. */
            pledge: string | null;
            /** @description Its id within the pledge. */
            allocation: string | null;
            /** @description The party that gives the pledge. */
            donor: string | null;
            /** @description The kind of aid: military, financial or humanitarian. */
            kind: string | null;
            /** @description The requirement it is for, if it is for one. */
            requirement: string | null;
            /** @description The currency of amount (ISO 4217). */
            currency: string | null;
            /** @description What counts now, in its own currency; of a released or orphaned one, what was handed over. */
            amount: string | null;
            /** @description Why there is no amount: notReported, notApplicable or withheld. */
            amountUnknown: string | null;
            /** @description What it takes of the pledge, in the pledge's currency. */
            against: string | null;
            /** @description What of it was handed over, in the pledge's currency. */
            delivered: string | null;
            /** @description open, delivered, released (by the donor) or orphaned (what it stood on is gone). */
            status: string | null;
            /** @description The month in which it was allocated, YYYY-MM. */
            month: string | null;
            /** @description Whether it adds to totals; not where its pledge draws on another or was merged. */
            counts: boolean | null;
            /** @description The categories of its goods, in the source's words. */
            categories: string[] | null;
            /** @description How many rules it breaks as it was imported. */
            breaches: number | null;
        };
        "View.authorities": {
            /** @description The party whose law it is. */
            donor: string | null;
            /** @description The law that it rests on. */
            legalBasis: string | null;
            /** @description The currency of its amounts (ISO 4217). */
            currency: string | null;
            /** @description The most that may be drawn. */
            ceiling: string | null;
            /** @description What was drawn, worth what the latest valuation says. */
            drawn: string | null;
            /** @description How many times was drawn on it. */
            draws: number | null;
            /** @description By how much the draws were valued anew, up or down. */
            revalued: string | null;
            /** @description What may still be drawn; nothing once it has lapsed. */
            remaining: string | null;
            /** @description Its last day. */
            until: string | null;
            /** @description open or lapsed. */
            status: string | null;
            /** @description What lapsed undrawn after the last day. */
            unused: string | null;
        };
        "View.breaches": {
            /** @description The import that brought it. */
            import: string | null;
            /** @description The number of the row in the file. */
            row: number | null;
            /** @description The rule that is broken, by its number. */
            rule: string | null;
            /** @description The refusal that a command would have met. */
            code: string | null;
            /** @description What the refusal says besides. */
            facts: unknown;
            /** @description The stream that the row went into. */
            stream: string | null;
            /** @description What is wrong, in words. */
            detail: string | null;
        };
        "View.chair": {
            /** @description The parties that hold the chair: none, one or two. */
            parties: string[] | null;
            /** @description The persons who hold the office for them. */
            holders: unknown;
            /** @description held or vacant. */
            status: string | null;
            /** @description Since when it stands so. */
            since: string | null;
            /** @description The decision that it rests on. */
            decisionId: string | null;
            /** @description The chair that this one followed. */
            before: unknown;
        };
        "View.claims": {
            /** @description What the claim is about, such as a pledge. */
            subject: string | null;
            /** @description What of it is claimed. */
            field: string | null;
            /** @description Its number among the claims about the subject. */
            number: number | null;
            /** @description What is claimed. */
            value: string | null;
            /** @description Who said so, or where it stands. */
            source: string | null;
            /** @description The day on which it was said. */
            said: string | null;
            /** @description The day on which it was learnt. */
            learnt: string | null;
            /** @description How it is known: found, memory or inferred. */
            evidence: string | null;
            /** @description What else there is to say of it. */
            note: string | null;
            /** @description The identity that recorded it. */
            recordedBy: string | null;
        };
        "View.coalition-members": {
            /** @description The coalition. */
            coalition: string | null;
            /** @description The member. */
            party: string | null;
            /** @description Whether it leads the coalition. */
            lead: boolean | null;
            /** @description Since when it is so. */
            since: string | null;
        };
        "View.coalitions": {
            /** @description The contact group whose parties form it. */
            group: string | null;
            /** @description The capability that it builds. */
            capability: string | null;
            /** @description What it is about, in words. */
            description: string | null;
            /** @description The members that lead it. */
            leads: string[] | null;
            /** @description Whether fewer than two parties lead it. */
            underStrength: boolean | null;
            /** @description The parties that are members. */
            members: string[] | null;
            /** @description How the capability is built up. */
            roadmap: string | null;
            /** @description The last day that the roadmap is for. */
            roadmapUntil: string | null;
            /** @description When the roadmap was endorsed. */
            endorsed: string | null;
            /** @description What was paid into its fund, by currency. */
            received: unknown;
            /** @description When it was formed. */
            since: string | null;
            /** @description Who said so, where, when it was said and when it was learnt. */
            claims: unknown;
        };
        "View.commitments": {
            /** @description The pledge that is moved. */
            pledge: string | null;
            /** @description The party that gives it. */
            donor: string | null;
            /** @description The kind of aid: military, financial or humanitarian. */
            kind: string | null;
            /** @description The currency of amount (ISO 4217). */
            currency: string | null;
            /** @description By how much the committed total moved, up or down. */
            amount: string | null;
            /** @description 1 where the total became unknown, -1 where it no longer is. */
            unknowns: number | null;
            /** @description The month in which it moved, YYYY-MM. */
            month: string | null;
            /** @description Whether it adds to totals; not where the pledge draws on another. */
            counts: boolean | null;
        };
        "View.conditions": {
            /** @description The party that gives the pledge. */
            donor: string | null;
            /** @description What the pledge waits for, in words. */
            text: string | null;
            /** @description The last day on which it may be met. */
            until: string | null;
            /** @description What others have to be committed to. */
            item: string | null;
            /** @description How much of it, the pledge's own part among it. */
            quantity: string | null;
            /** @description open, met, lapsed, withdrawn or merged. */
            status: string | null;
            /** @description The pledges that reached the quantity. */
            counted: unknown;
            /** @description When the pledge was made. */
            since: string | null;
        };
        "View.conflicts": {
            /** @description What the claims are about, such as a pledge. */
            subject: string | null;
            /** @description What of it they contradict each other on. */
            field: string | null;
            /** @description open or resolved. */
            status: string | null;
            /** @description What is claimed, each value once. */
            values: string[] | null;
            /** @description All sides with who said so and when. */
            claims: unknown;
            /** @description How many sources there are. */
            sources: number | null;
            /** @description When the first contradiction was true. */
            since: string | null;
            /** @description The value that is used, once that is resolved. */
            chosen: string | null;
            /** @description Why that one. */
            reason: string | null;
            /** @description The values that were chosen among. */
            settled: string[] | null;
        };
        "View.consignment-lines": {
            /** @description The consignment that it is a line of. */
            consignment: string | null;
            /** @description Its id within the consignment. */
            line: string | null;
            /** @description The party that gives it. */
            donor: string | null;
            /** @description The pledge that it comes from. */
            pledge: string | null;
            /** @description The allocation of the pledge. */
            allocation: string | null;
            /** @description What it is. */
            item: string | null;
            /** @description The category of the item, in the source's words. */
            category: string | null;
            /** @description What quantities are counted in. */
            unit: string | null;
            /** @description The nation that the item comes from first, whose consent it needs where it is not the donor's own. */
            origin: string | null;
            /** @description Whether its serial numbers are inventoried (end-use monitoring). */
            monitored: boolean | null;
            /** @description How much is planned. */
            planned: string | null;
            /** @description How much was dispatched. */
            dispatched: string | null;
            /** @description How much was lost, in total. */
            lost: string | null;
            /** @description How much was counted at the hub, or was settled on. */
            atHub: string | null;
            /** @description How much was handed over. */
            handedOver: string | null;
            /** @description How much the recipient counted, or was settled on. */
            received: string | null;
            /** @description How many serial numbers are recorded. */
            serials: number | null;
        };
        "View.consignments": {
            /** @description The party that gives it. */
            donor: string | null;
            /** @description The party that it goes to. */
            recipient: string | null;
            /** @description planned, ready, dispatched, atHub, handedOver, received or cancelled. */
            status: string | null;
            /** @description Whether a hold stops it now. */
            held: boolean | null;
            /** @description The holds that stop it now. */
            heldBy: string[] | null;
            /** @description The holds that it was moved under. */
            breached: string[] | null;
            /** @description The pledges that it carries of. */
            pledges: string[] | null;
            /** @description The allocations that it carries of, as pledge/allocation. */
            allocations: string[] | null;
            /** @description What it carries. */
            items: string[] | null;
            /** @description The categories of what it carries. */
            categories: string[] | null;
            /** @description How many lines its manifest has. */
            lines: number | null;
            /** @description The way it takes, in words. */
            route: string | null;
            /** @description How it travels: road, rail, air or sea. */
            mode: string | null;
            /** @description The hub that it goes over. */
            hub: string | null;
            /** @description Its day at the hub. */
            day: string | null;
            /** @description The nations of origin that have not consented. */
            consentAwaited: string[] | null;
            /** @description How many serial numbers are recorded. */
            serials: number | null;
            /** @description How many counts differed from what was expected. */
            discrepancies: number | null;
            /** @description How many of them are open. */
            unresolved: number | null;
            /** @description Whether a part or the whole was lost. */
            lost: string | null;
            /** @description Why it was cancelled or lost. */
            reason: string | null;
            /** @description What the recipient disputes. */
            disputed: string | null;
            /** @description When it was planned. */
            plannedAt: string | null;
            /** @description When it was dispatched. */
            dispatchedAt: string | null;
            /** @description When it came to the hub. */
            atHubAt: string | null;
            /** @description When it was handed over. */
            handedOverAt: string | null;
            /** @description When the recipient confirmed it. */
            receivedAt: string | null;
            /** @description Whether a historian said so in a party's name, which has not confirmed it. */
            reported: boolean | null;
        };
        "View.contributions": {
            /** @description The pooled package that is paid into. */
            package: string | null;
            /** @description The pledge that pays. */
            pledge: string | null;
            /** @description The allocation of the pledge that pays. */
            allocation: string | null;
            /** @description The party that pays. */
            donor: string | null;
            /** @description The currency of the package (ISO 4217). */
            currency: string | null;
            /** @description What it pays. */
            amount: string | null;
        };
        "View.corrections": {
            /** @description proposed or approved. */
            status: string | null;
            /** @description The stream of the event that is wrong. */
            stream: string | null;
            /** @description The event that is wrong. */
            eventId: string | null;
            /** @description The type of that event. */
            eventType: string | null;
            /** @description Why it is wrong. */
            reason: string | null;
            /** @description What is wrong, field by field. */
            from: unknown;
            /** @description What is right, field by field. */
            to: unknown;
            /** @description When the event was said to have been so, where that is wrong. */
            wrongTime: string | null;
            /** @description When it was so. */
            rightTime: string | null;
            /** @description The identity that proposed it. */
            proposedBy: string | null;
            /** @description The party which that identity spoke for. */
            proposedFor: string | null;
            /** @description The identity that approved it, another one. */
            approvedBy: string | null;
            /** @description The party which that identity spoke for. */
            approvedFor: string | null;
        };
        "View.courses": {
            /** @description The party that offers it. */
            provider: string | null;
            /** @description What is taught. */
            title: string | null;
            /** @description Where it is held. */
            place: string | null;
            /** @description Its first day. */
            from: string | null;
            /** @description Its last day. */
            until: string | null;
            /** @description offered or completed. */
            status: string | null;
            /** @description How many seats there are. */
            seats: number | null;
            /** @description How many are taken. */
            assigned: number | null;
            /** @description How many are not. */
            free: number | null;
            /** @description The seats that each unit takes. */
            units: unknown;
            /** @description How many completed it. */
            trained: number | null;
        };
        "View.deadlines": {
            /** @description When it falls due. */
            due: string | null;
            /** @description The command that the ledger sends then. */
            command: string | null;
            /** @description What the command says. */
            data: unknown;
            /** @description The party that it is sent for. */
            party: string | null;
        };
        "View.decisions": {
            /** @description The forum that decides. */
            forum: string | null;
            /** @description What is decided: a text, taskTransfer or chairTransfer. */
            kind: string | null;
            /** @description What it is about. */
            subject: unknown;
            /** @description The draft that stands. */
            text: string | null;
            /** @description silence (runs), broken, adopted or failed. */
            status: string | null;
            /** @description The version of the draft that stands. */
            version: number | null;
            /** @description Who votes on it: the members of the forum when it was circulated. */
            voters: string[] | null;
            /** @description How many they are. */
            voterCount: number | null;
            /** @description The party that circulated it. */
            drafter: string | null;
            /** @description When the version that stands was circulated. */
            circulated: string | null;
            /** @description Until when silence may be broken. */
            deadline: string | null;
            /** @description Who broke the silence, and why. */
            objections: unknown;
            /** @description Who takes no part in what. */
            optOuts: unknown;
            /** @description When it was adopted or failed. */
            concluded: string | null;
            /** @description On which occasions it was endorsed. */
            endorsed: unknown;
        };
        "View.discrepancies": {
            /** @description The consignment. */
            consignment: string | null;
            /** @description Its id within the consignment. */
            discrepancy: string | null;
            /** @description The party that gives it. */
            donor: string | null;
            /** @description Where it was found. */
            stage: string | null;
            /** @description The line of the manifest, if it is on it. */
            line: string | null;
            /** @description What was counted. */
            item: string | null;
            /** @description How much was expected. */
            expected: string | null;
            /** @description How much was found. */
            found: string | null;
            /** @description When it was found. */
            foundAt: string | null;
            /** @description open or resolved. */
            status: string | null;
            /** @description How much was settled on. */
            quantity: string | null;
            /** @description Why. */
            reason: string | null;
            /** @description When it was settled. */
            resolvedAt: string | null;
        };
        "View.forum": {
            /** @description The forum. */
            forum: string | null;
            /** @description The member. */
            party: string | null;
            /** @description Since when it is a member. */
            since: string | null;
        };
        "View.fund-payments": {
            /** @description The coalition whose fund it is. */
            coalition: string | null;
            /** @description The party that paid. */
            donor: string | null;
            /** @description What was paid. */
            amount: string | null;
            /** @description The currency of amount (ISO 4217). */
            currency: string | null;
            /** @description How it is valued: claimed, book, replacement or contract. */
            basis: string | null;
            /** @description The pledge that it draws on, and adds nothing to. */
            drawsOn: string | null;
            /** @description What it is for. */
            purpose: string | null;
            /** @description When it was paid. */
            paid: string | null;
            /** @description Who said so, where, when it was said and when it was learnt. */
            claims: unknown;
            /** @description How many rules it breaks as it was imported. */
            breaches: number | null;
        };
        "View.gdp": {
            /** @description The table of gross domestic products. */
            gdp: string | null;
            /** @description Who produced it. */
            party: string | null;
            /** @description The year that it was produced in. */
            year: number | null;
            /** @description What was produced, at current prices. */
            amount: string | null;
            /** @description The currency of amount (ISO 4217). */
            currency: string | null;
            /** @description The day of the state that the figure is of. */
            on: string | null;
            /** @description Who published it. */
            source: string | null;
        };
        "View.holds": {
            /** @description The party that holds its deliveries. */
            donor: string | null;
            /** @description Its id within the donor's holds. */
            hold: string | null;
            /** @description placed or lifted. */
            status: string | null;
            /** @description What it stops; everything where there is no list. */
            items: string[] | null;
            /** @description What it stops: dispatch, handOver or both. */
            stages: string[] | null;
            /** @description Since when it stops them. */
            from: string | null;
            /** @description When it was lifted. */
            until: string | null;
            /** @description Whether it was found out, not declared. */
            discovered: boolean | null;
            /** @description Whether a historian said it in the donor's name, which has not confirmed it. */
            reported: boolean | null;
            /** @description Why. */
            reason: string | null;
        };
        "View.hubs": {
            /** @description What it is called. */
            name: string | null;
            /** @description The nation on whose ground it lies. */
            host: string | null;
            /** @description How many consignments it takes a day. */
            capacityPerDay: number | null;
            /** @description When it was opened. */
            since: string | null;
        };
        "View.imports": {
            /** @description running or finished. */
            status: string | null;
            /** @description Whose data it is. */
            source: string | null;
            /** @description Which release of them. */
            release: string | null;
            /** @description The name of the file. */
            file: string | null;
            /** @description The digest of the file (SHA-256). */
            sha256: string | null;
            /** @description How many rows the file has. */
            rows: number | null;
            /** @description How many rows brought something new. */
            added: number | null;
            /** @description How many rows were there already. */
            unchanged: number | null;
            /** @description How many rules the rows break. */
            breaches: number | null;
            /** @description How many rows were left out. */
            rejects: number | null;
            /** @description When it began. */
            started: string | null;
            /** @description When it last ended. */
            finished: string | null;
        };
        "View.matches": {
            /** @description The pledge that gives. */
            pledge: string | null;
            /** @description The requirement that it is for. */
            requirement: string | null;
            /** @description The party that gives the pledge. */
            donor: string | null;
            /** @description The party that states the requirement. */
            recipient: string | null;
            /** @description proposed, accepted (by both), made, declined or aborted. */
            status: string | null;
            /** @description What is matched, line by line. */
            lines: unknown;
            /** @description The sides that have accepted it. */
            accepted: string[] | null;
            /** @description Why it was declined or aborted. */
            reason: string | null;
            /** @description What refused it: the pledge or the requirement. */
            refusedBy: string | null;
            /** @description How many rules it breaks as it was imported. */
            breaches: number | null;
            /** @description When it was proposed. */
            since: string | null;
        };
        "View.meetings": {
            /** @description The contact group that meets. */
            group: string | null;
            /** @description Its number, once it was held. */
            number: number | null;
            /** @description scheduled, cancelled, open or closed. */
            status: string | null;
            /** @description Whether it waits for a chair. */
            tentative: boolean | null;
            /** @description The day it is on. */
            on: string | null;
            /** @description The day first announced. */
            firstOn: string | null;
            /** @description inPerson, virtual or hybrid. */
            format: string | null;
            /** @description Who meets: ministers or leaders. */
            level: string | null;
            /** @description Where it is held. */
            place: string | null;
            /** @description Who chairs it. */
            chairs: string[] | null;
            /** @description The meeting before it. */
            after: string | null;
            /** @description When it was opened. */
            opened: string | null;
            /** @description Who attended, and how. */
            attendance: unknown;
            /** @description What was stated at its end. */
            statement: string | null;
            /** @description Who said so, where, when it was said and when it was learnt. */
            claims: unknown;
            /** @description Why it was cancelled. */
            reason: string | null;
        };
        "View.office-holders": {
            /** @description The contact group. */
            group: string | null;
            /** @description The party that holds the chair, or held it. */
            party: string | null;
            /** @description The person who holds the office. */
            holder: string | null;
            /** @description The office. */
            office: string | null;
            /** @description Since when. */
            since: string | null;
            /** @description Whether the party holds the chair. */
            chairs: boolean | null;
        };
        "View.packages": {
            /** @description What it is called. */
            title: string | null;
            /** @description proposed, validated or released. */
            status: string | null;
            /** @description The party that proposed it. */
            proposedBy: string | null;
            /** @description The party that validated it. */
            validatedBy: string | null;
            /** @description The requirement that it is for. */
            requirement: string | null;
            /** @description The currency of its amounts (ISO 4217). */
            currency: string | null;
            /** @description What it costs. */
            target: string | null;
            /** @description What is paid into it. */
            paid: string | null;
            /** @description Since when it is funded. */
            fundedSince: string | null;
            /** @description How many rules it breaks as it was imported. */
            breaches: number | null;
            /** @description When it was proposed. */
            since: string | null;
        };
        "View.parked": {
            /** @description The policy that sent it. */
            policy: string | null;
            /** @description open, retried, resolved or dismissed. */
            status: string | null;
            /** @description The command. */
            command: string | null;
            /** @description What the command says. */
            data: unknown;
            /** @description The party that it was sent for. */
            party: string | null;
            /** @description When it was to be true in the world. */
            occurred: string | null;
            /** @description The refusal that it met. */
            code: string | null;
            /** @description What the refusal says besides. */
            facts: unknown;
            /** @description The event that it follows from. */
            event: string | null;
            /** @description The position of that event in the log. */
            position: string | null;
            /** @description How often it was tried. */
            attempts: number | null;
            /** @description When it was parked. */
            since: string | null;
            /** @description Why it was dismissed. */
            reason: string | null;
        };
        "View.parties": {
            /** @description The contact group. */
            group: string | null;
            /** @description The party. */
            party: string | null;
            /** @description Since when it belongs to the group. */
            since: string | null;
        };
        "View.pledged-goods": {
            /** @description The pledge. */
            pledge: string | null;
            /** @description What is pledged. */
            item: string | null;
            /** @description The party that gives it. */
            donor: string | null;
            /** @description The category of the item, in the source's words. */
            category: string | null;
            /** @description What quantities are counted in. */
            unit: string | null;
            /** @description How much is pledged, as far as it is known. */
            pledged: string | null;
            /** @description Whether how much is not known of a part of it. */
            pledgedAtLeast: boolean | null;
            /** @description How much of it the donor is bound to. */
            committed: string | null;
            /** @description Since when it is so. */
            since: string | null;
        };
        "View.pledges": {
            /** @description The party that gives it. */
            donor: string | null;
            /** @description The kind of aid: military, financial or humanitarian. */
            kind: string | null;
            /** @description What it is called. */
            title: string | null;
            /** @description made, committed, withdrawn, lapsed (its condition was not met) or merged (into another). */
            status: string | null;
            /** @description The currency of its amounts (ISO 4217). */
            currency: string | null;
            /** @description What was announced. */
            made: string | null;
            /** @description Why that is not known: notReported, notApplicable or withheld. */
            madeUnknown: string | null;
            /** @description What of it the donor is bound to. */
            committed: string | null;
            /** @description Why that is not known: notReported, notApplicable or withheld. */
            committedUnknown: string | null;
            /** @description What is set aside in packages for a purpose, as far as it is known. */
            allocated: string | null;
            /** @description How many allocations have no known amount, so that allocated is at least that. */
            allocationsUnknown: number | null;
            /** @description What was handed over or paid. */
            delivered: string | null;
            /** @description Whether more was delivered than is valued. */
            deliveredAtLeast: boolean | null;
            /** @description The pledge that it announces again or pays out of, so that it adds nothing to totals. */
            drawsOn: string | null;
            /** @description The pledge that it turned out to be. */
            mergedInto: string | null;
            /** @description The meeting at which it was made. */
            meeting: string | null;
            /** @description How the donor took part in that meeting. */
            attendance: string | null;
            /** @description Whether it waits for a condition, and counts nothing until then. */
            conditional: boolean | null;
            /** @description The last day on which the condition may be met. */
            conditionUntil: string | null;
            /** @description Whether a historian said it in the donor's name, which has not confirmed it. */
            reported: boolean | null;
            /** @description The source that it was imported from. */
            source: string | null;
            /** @description The release of the source. */
            release: string | null;
            /** @description What the source calls it in that release. */
            foreignId: string | null;
            /** @description How many rules it breaks as it was imported. */
            breaches: number | null;
            /** @description The most whole days by which anything of it was recorded after it happened. */
            lateDays: number | null;
            /** @description When it was made. */
            since: string | null;
            /** @description The month in which it was made, YYYY-MM. */
            month: string | null;
        };
        "View.policies": {
            /** @description The position of the log that it has surely seen. */
            position: string | null;
            /** @description When that was noted. */
            since: string | null;
        };
        "View.prices": {
            /** @description The list of prices. */
            prices: string | null;
            /** @description What costs it. */
            item: string | null;
            /** @description The price of one unit. */
            price: string | null;
            /** @description What is counted in. */
            unit: string | null;
            /** @description The currency of price (ISO 4217). */
            currency: string | null;
            /** @description What the price is: claimed, book, replacement or contract. */
            basis: string | null;
            /** @description The day that it is of. */
            on: string | null;
            /** @description Who published it. */
            source: string | null;
        };
        "View.rates": {
            /** @description The set of rates. */
            rates: string | null;
            /** @description The currency that is 1 (ISO 4217). */
            base: string | null;
            /** @description The currency that the rate is of (ISO 4217). */
            currency: string | null;
            /** @description How much of the currency one of the base is. */
            rate: string | null;
            /** @description The day that it is of. */
            on: string | null;
            /** @description Who published it. */
            source: string | null;
        };
        "View.release-entries": {
            /** @description The source. */
            source: string | null;
            /** @description The release of the source. */
            release: string | null;
            /** @description What the source calls the pledge in that release. */
            foreignId: string | null;
            /** @description The party that gives it. */
            donor: string | null;
            /** @description What the source says of it. */
            title: string | null;
            /** @description Who is named as having said so, each once. */
            sources: string[] | null;
            /** @description The words of its text in lower case, each once. */
            words: string[] | null;
        };
        "View.repairs": {
            /** @description The party whose equipment it is. */
            owner: string | null;
            /** @description What is repaired. */
            item: string | null;
            /** @description How much of it. */
            quantity: string | null;
            /** @description Its serial numbers. */
            serials: string[] | null;
            /** @description What is wrong with it. */
            damage: string | null;
            /** @description opened, accepted, repaired or beyondRepair. */
            status: string | null;
            /** @description The party that repairs it. */
            repairer: string | null;
            /** @description Where it is repaired. */
            workshop: string | null;
            /** @description The day on which it is expected back. */
            expected: string | null;
            /** @description When it was reported. */
            opened: string | null;
            /** @description When it was taken in. */
            accepted: string | null;
            /** @description When it came back. */
            returned: string | null;
            /** @description What else there is to say of it. */
            note: string | null;
        };
        "View.requirement-lines": {
            /** @description The requirement that it is a line of. */
            requirement: string | null;
            /** @description What is needed. */
            item: string | null;
            /** @description The party that needs it. */
            recipient: string | null;
            /** @description The category of the item, in the recipient's words. */
            category: string | null;
            /** @description What quantities are counted in. */
            unit: string | null;
            /** @description How much is needed. */
            required: string | null;
            /** @description How much of it is validated. */
            validated: string | null;
            /** @description How much more than that may be matched. */
            tolerance: string | null;
            /** @description How much is matched. */
            matched: string | null;
        };
        "View.requirements": {
            /** @description The party that needs it. */
            recipient: string | null;
            /** @description What it is called. */
            title: string | null;
            /** @description How urgent it is: critical, high, medium or low. */
            priority: string | null;
            /** @description The day by which it is needed. */
            neededBy: string | null;
            /** @description submitted, validated, rejected, expired or closed. */
            status: string | null;
            /** @description The party that validated it. */
            validatedBy: string | null;
            /** @description The last day on which it may be matched. */
            until: string | null;
            /** @description How it was closed: satisfied, withdrawn or superseded. */
            outcome: string | null;
            /** @description The requirement that takes its place. */
            supersededBy: string | null;
            /** @description How many rules it breaks as it was imported. */
            breaches: number | null;
            /** @description When it was submitted. */
            since: string | null;
        };
        "View.slots": {
            /** @description The hub. */
            hub: string | null;
            /** @description The day at the hub. */
            day: string | null;
            /** @description The consignment that goes over it. */
            consignment: string | null;
            /** @description The party whose consignment it is. */
            party: string | null;
        };
        "View.task-contributions": {
            /** @description The task. */
            task: string | null;
            /** @description Its id within the task. */
            contribution: string | null;
            /** @description The party that gives it. */
            party: string | null;
            /** @description What is given: personnel, funds, territory or statements. */
            scope: string | null;
            /** @description What it is, in words. */
            what: string | null;
            /** @description Since when it is given. */
            since: string | null;
        };
        "View.tasks": {
            /** @description What has to be done. */
            title: string | null;
            /** @description The party that is accountable for it. */
            owner: string | null;
            /** @description Since when it is. */
            since: string | null;
            /** @description Whether it may be handed to another party. */
            transferable: boolean | null;
            /** @description Whether its owner waived that it may not. */
            waived: boolean | null;
            /** @description owned, unowned, proposed, agreed or inTransition. */
            status: string | null;
            /** @description Whether nobody owns it, or it is agreed to pass on and has not. */
            limbo: boolean | null;
            /** @description The transfer that it is in, or was in last. */
            transfer: string | null;
            /** @description How far that has come: proposed, agreed, inTransition, completed or reversed. */
            stage: string | null;
            /** @description The party that it goes to. */
            to: string | null;
            /** @description What is not ready yet. */
            waitsFor: string[] | null;
            /** @description The decision that agreed it. */
            decision: string | null;
        };
        "View.transfers": {
            /** @description The task that is handed on. */
            task: string | null;
            /** @description Its id within the task. */
            transfer: string | null;
            /** @description The party that was accountable. */
            from: string | null;
            /** @description The party that is to be. */
            to: string | null;
            /** @description proposed, agreed, inTransition, effective or reversed. */
            status: string | null;
            /** @description The forum that decides on it. */
            forum: string | null;
            /** @description The decision that agreed it. */
            decision: string | null;
            /** @description The owners that consented. */
            consents: string[] | null;
            /** @description What has to be ready, and whether it is. */
            readiness: unknown;
            /** @description When it was proposed. */
            proposed: string | null;
            /** @description When it was agreed. */
            agreed: string | null;
            /** @description When the transition began. */
            started: string | null;
            /** @description When the new owner became accountable. */
            effective: string | null;
            /** @description When it was reversed. */
            reversed: string | null;
            /** @description Why it was reversed. */
            reason: string | null;
        };
        Explanation: components["schemas"]["At"] & {
            question: string;
            explain: string;
            view: string;
            /** @description What all the rows behind the figure add up to, exactly, on whatever page they are. */
            sum: string;
            /** @description How many rows are behind the figure, on all pages. */
            count: number;
            rows: (components["schemas"]["Row"] & {
                /** @description What the row adds to the figure, exactly; null where that is not known. */
                adds: string | null;
                events: components["schemas"]["Event"][];
            })[];
            next?: string;
        };
        /** @description Each donor's share of a measure, the Herfindahl-Hirschman index, what is left without some donors, and what rests on one alone. */
        "Answer.concentration": components["schemas"]["At"] & {
            /**
             * @description Which figure it is; they are never added to one another.
             * @enum {string}
             */
            measure: "pledged" | "committed" | "allocated" | "delivered";
            /** @description The currency that the answer is in (ISO 4217). */
            in: string;
            /** @description The set of rates that other currencies are turned into it by. */
            rates: string;
            /** @description The releases that are not counted, because their source told the same promises anew. */
            leftOut?: string[];
            /** @description A row for each donor, the largest first. */
            rows: {
                /** @description The party that gives. */
                donor: string;
                /** @description What the donor gives. In the currency `in`. */
                amount: string;
                /** @description Whether parts of it are not known, so that it is at least as much. */
                atLeast: boolean;
                /** @description Its part of the total. In percent. */
                share: string;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            }[];
            /** @description What all donors give. */
            total: {
                /** @description What all donors give together. In the currency `in`. */
                amount: string;
                /** @description Whether parts of it are not known, so that it is at least as much. */
                atLeast: boolean;
                /** @description How many donors there are. */
                donors: number;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            };
            /** @description The Herfindahl-Hirschman index: near 0 where all give alike, 10,000 where one gives everything. */
            index: string;
            /** @description The parties whose falling away is asked about. */
            without?: string[];
            /** @description What is left without those of `without`. */
            left?: {
                /** @description What all other donors give together. In the currency `in`. */
                amount: string;
                /** @description Whether parts of it are not known, so that it is at least as much. */
                atLeast: boolean;
                /** @description How many other donors there are. */
                donors: number;
                /** @description Its part of the total. In percent. */
                share: string;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            };
            /** @description The capabilities and requirements that one donor alone serves. */
            sole?: {
                /**
                 * @description Whether it is a capability or a requirement.
                 * @enum {string}
                 */
                of: "capability" | "requirement";
                /** @description The capability, or the id of the requirement. */
                name: string;
                /** @description All who serve it. */
                donors: string[];
                /** @description How many pledges hold goods of the capability. */
                pledges?: number;
                /** @description How many allocations serve the requirement. */
                allocations?: number;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            }[];
            /** @description Those that nobody serves without those of `without`. */
            lost?: {
                /**
                 * @description Whether it is a capability or a requirement.
                 * @enum {string}
                 */
                of: "capability" | "requirement";
                /** @description The capability, or the id of the requirement. */
                name: string;
                /** @description All who serve it. */
                donors: string[];
                /** @description How many pledges hold goods of the capability. */
                pledges?: number;
                /** @description How many allocations serve the requirement. */
                allocations?: number;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            }[];
        };
        /** @description Which figures rest on claims that contradict each other, open or resolved, and on which side of them. */
        "Answer.contested-figures": components["schemas"]["At"] & {
            /** @description The currency that the answer is in (ISO 4217). */
            in: string;
            /** @description The set of rates that other currencies are turned into it by. */
            rates: string;
            /**
             * @description The status that was asked for.
             * @enum {string}
             */
            status?: "open" | "resolved";
            /** @description A row for each contradiction. */
            rows: {
                /** @description What the claims are about, such as a pledge. */
                subject: string;
                /** @description What of it they contradict each other on. */
                field: string;
                /**
                 * @description Whether it is resolved.
                 * @enum {string}
                 */
                status: "open" | "resolved";
                /** @description What is claimed, each value once. */
                values: string[];
                /** @description All sides, with who said so and when. */
                claims: {
                    /** @description The number of the claim. */
                    number: number;
                    /** @description What is claimed. */
                    value: string;
                    /** @description Who says so. */
                    source: string;
                    /** @description The day on which it was said. */
                    said?: string;
                    /** @description The day on which it was learnt. */
                    learnt?: string;
                    /** @description What the source has to show for it. */
                    evidence?: unknown;
                    /** @description What was noted beside it. */
                    note?: string;
                }[];
                /** @description The value that is used, once that is resolved. */
                chosen: string | null;
                /** @description Why that one. */
                reason: string | null;
                /** @description The figures that rest on it. */
                figures: {
                    /** @description The meeting whose day rests on it. */
                    meeting?: string;
                    /** @description The day of that meeting. */
                    on?: string;
                    /** @description The party that gives. */
                    donor?: string;
                    /**
                     * @description Which figure it is; they are never added to one another.
                     * @enum {string}
                     */
                    measure?: "pledged" | "committed" | "allocated" | "delivered";
                    /** @description The figure of the pledge that rests on it. In the currency `in`. */
                    amount?: string;
                    /** @description Whether parts of it are not known, so that it is at least as much. */
                    atLeast?: boolean;
                    /** @description The address of the rows and events that it is made of. */
                    explain: string;
                }[];
            }[];
        };
        /** @description What waits for a vacant chair, an owner or a transfer, which needs are uncovered, and what stops without a party. */
        "Answer.continuity": components["schemas"]["At"] & {
            /** @description The party whose falling away is asked about. */
            without?: string;
            /** @description A row for each thing that waits, or would stop. */
            rows: {
                /**
                 * @description In which way the common work can stop.
                 * @enum {string}
                 */
                finding: "vacantChair" | "tentativeMeeting" | "taskWithoutOwner" | "taskInLimbo" | "silenceDue" | "consignmentHeld" | "uncoveredLine" | "chairHeld" | "taskOwned" | "taskContribution" | "consignmentInMotion" | "matchGiven";
                /** @description The key of its row in the view that it stands in. */
                key: string;
                /** @description What waits, in words. */
                what: string | null;
                /** @description What it waits for. */
                waitsFor: string | null;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            }[];
        };
        /** @description What an auditor checks: each control passes, or lists its exceptions. */
        "Answer.controls": components["schemas"]["At"] & {
            /** @description A row for each control. */
            rows: {
                /**
                 * @description The name of the control.
                 * @enum {string}
                 */
                control: "deliveredWithoutReceipt" | "receivedUnlikeDispatched" | "serialsOverdue" | "movedWithoutConsent" | "movedUnderHold" | "lossReportedLate" | "valueWithoutBasis" | "drawsAboveCeiling" | "pledgeCountedTwice" | "allocationAboveCommitment" | "orphanedOver30Days" | "transferWithoutDecision" | "approvedOwnProposal" | "learntOver90DaysLate" | "conflictUnresolved" | "taskWithoutOwner";
                /** @description What is an exception to it, with the rule that it checks. */
                about: string;
                /** @description Whether there is no exception. */
                pass: boolean;
                /** @description How many exceptions there are. */
                exceptions: number;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            }[];
        };
        /** @description What is required, validated, matched and still uncovered, by category, item, priority or recipient. */
        "Answer.coverage": components["schemas"]["At"] & {
            /** @description Four figures for each label of the grouping and each unit. */
            rows: {
                /** @description The capability that is needed, where that is asked by. */
                category?: string | null;
                /** @description The item that is needed, where that is asked by. */
                item?: string;
                /**
                 * @description How urgent it is, where that is asked by.
                 * @enum {string}
                 */
                priority?: "critical" | "high" | "medium" | "low";
                /** @description Who needs it, where that is asked by. */
                recipient?: string;
                /** @description What the quantity is counted in. */
                unit: string | null;
                /**
                 * @description Which figure it is: what is required, what of it is validated, what is matched, or what is still uncovered.
                 * @enum {string}
                 */
                measure: "required" | "validated" | "matched" | "uncovered";
                /** @description How much it is. In `unit`. */
                quantity: string;
                /** @description How many lines of requirements it is of. */
                lines: number;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            }[];
        };
        /** @description How complete, confirmed and timely what is known of each donor is. */
        "Answer.data-quality": components["schemas"]["At"] & {
            /** @description The releases that are not counted, because their source told the same promises anew. */
            leftOut?: string[];
            /** @description For each donor a row of all its pledges, and one for each thing that can be wanting in them. */
            rows: {
                /** @description The party that gives. */
                donor: string;
                /**
                 * @description Which pledges: all, or those in which this is wanting.
                 * @enum {string}
                 */
                what: "pledges" | "amountNotReported" | "amountWithheld" | "reportedByOthers" | "withBreaches" | "undated";
                /** @description How many pledges these are. */
                pledges: number;
                /** @description How many rules all pledges of the donor break as they were imported. */
                breaches?: number;
                /** @description The median, over the pledges, of the longest that anything of one was recorded late. In days. */
                medianLagDays?: number | null;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            }[];
        };
        /** @description What is under a silence procedure, and how many minutes are left to break it. */
        "Answer.decision-clocks": components["schemas"]["At"] & {
            /** @description A row for each decision under silence, the first to end first. */
            rows: {
                /** @description The id of the decision. */
                decision: string;
                /** @description The forum that decides. */
                forum: string;
                /** @description What kind of thing is decided. */
                about: string;
                /** @description Which version of the draft it is. */
                version: number;
                /** @description How many may break the silence. */
                voters: number;
                /** @description When the silence ends. */
                deadline: string;
                /** @description How long is left, rounded down; below 0 once it is due. In minutes. */
                minutes: number;
                /** @description Whether the deadline has come and nobody has concluded it. */
                due: boolean;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            }[];
        };
        /** @description What each donor pledged, committed, allocated and delivered, how much came of each stage, and what share of its gross domestic product it is. */
        "Answer.donors": components["schemas"]["At"] & {
            /** @description The currency that the answer is in (ISO 4217). */
            in: string;
            /** @description The set of rates that other currencies are turned into it by. */
            rates: string;
            /** @description The releases that are not counted, because their source told the same promises anew. */
            leftOut?: string[];
            /** @description The published table of gross domestic products that shares are of. */
            gdp?: string;
            /** @description The year that the table is of. */
            gdpYear?: number;
            /** @description A row for each donor. */
            rows: {
                /** @description The party that gives. */
                donor: string;
                /** @description What it announced. */
                pledged: {
                    /** @description What it comes to. In the currency `in`. */
                    amount: string;
                    /** @description Whether parts of it are not known, so that it is at least as much. */
                    atLeast: boolean;
                    /** @description How many rows it is made of. */
                    count: number;
                    /** @description The address of the rows and events that it is made of. */
                    explain?: string;
                };
                /** @description What it bound itself to. */
                committed: {
                    /** @description What it comes to. In the currency `in`. */
                    amount: string;
                    /** @description Whether parts of it are not known, so that it is at least as much. */
                    atLeast: boolean;
                    /** @description How many rows it is made of. */
                    count: number;
                    /** @description The address of the rows and events that it is made of. */
                    explain?: string;
                };
                /** @description What it set aside in packages for a purpose. */
                allocated: {
                    /** @description What it comes to. In the currency `in`. */
                    amount: string;
                    /** @description Whether parts of it are not known, so that it is at least as much. */
                    atLeast: boolean;
                    /** @description How many rows it is made of. */
                    count: number;
                    /** @description The address of the rows and events that it is made of. */
                    explain?: string;
                };
                /** @description What was handed over or paid. */
                delivered: {
                    /** @description What it comes to. In the currency `in`. */
                    amount: string;
                    /** @description Whether parts of it are not known, so that it is at least as much. */
                    atLeast: boolean;
                    /** @description How many rows it is made of. */
                    count: number;
                    /** @description The address of the rows and events that it is made of. */
                    explain?: string;
                };
                /** @description How much of a stage came of the one before; null where that is nothing, or is not known. */
                followed: {
                    /** @description What is committed, of what is pledged. In percent. */
                    committed: string | null;
                    /** @description What is allocated, of what is committed. In percent. */
                    allocated: string | null;
                    /** @description What is delivered, of what is allocated. In percent. */
                    delivered: string | null;
                };
                /** @description The donor's gross domestic product, where a table was asked for. */
                gdp?: {
                    /** @description What it comes to; null where the table has none of the donor. In the currency `in`. */
                    amount: string | null;
                    /** @description Why there is none. */
                    unknown?: string;
                    /** @description The address of the rows and events that it is made of. */
                    explain?: string;
                };
                /** @description What share of the donor's gross domestic product each figure is, where a table was asked for. */
                shareOfGdp?: {
                    /** @description Of what it announced. */
                    pledged: {
                        /** @description The share, to four places; null where the table has none of the donor. In percent. */
                        percent: string | null;
                        /** @description Whether parts of it are not known, so that it is at least as much. */
                        atLeast?: boolean;
                        /** @description Why there is none. */
                        unknown?: string;
                        /** @description The address of the rows and events that it is made of. */
                        explain?: string;
                    };
                    /** @description Of what it bound itself to. */
                    committed: {
                        /** @description The share, to four places; null where the table has none of the donor. In percent. */
                        percent: string | null;
                        /** @description Whether parts of it are not known, so that it is at least as much. */
                        atLeast?: boolean;
                        /** @description Why there is none. */
                        unknown?: string;
                        /** @description The address of the rows and events that it is made of. */
                        explain?: string;
                    };
                    /** @description Of what it set aside. */
                    allocated: {
                        /** @description The share, to four places; null where the table has none of the donor. In percent. */
                        percent: string | null;
                        /** @description Whether parts of it are not known, so that it is at least as much. */
                        atLeast?: boolean;
                        /** @description Why there is none. */
                        unknown?: string;
                        /** @description The address of the rows and events that it is made of. */
                        explain?: string;
                    };
                    /** @description Of what was handed over or paid. */
                    delivered: {
                        /** @description The share, to four places; null where the table has none of the donor. In percent. */
                        percent: string | null;
                        /** @description Whether parts of it are not known, so that it is at least as much. */
                        atLeast?: boolean;
                        /** @description Why there is none. */
                        unknown?: string;
                        /** @description The address of the rows and events that it is made of. */
                        explain?: string;
                    };
                };
            }[];
        };
        /** @description What is pledged and not committed, committed and not allocated, allocated and not delivered, and how old it is. */
        "Answer.funnel": components["schemas"]["At"] & {
            /** @description The currency that the answer is in (ISO 4217). */
            in: string;
            /** @description The set of rates that other currencies are turned into it by. */
            rates: string;
            /** @description The releases that are not counted, because their source told the same promises anew. */
            leftOut?: string[];
            /** @description A row for each step that something waits at. */
            rows: {
                /**
                 * @description The step that is not passed yet: to be committed, allocated, or delivered.
                 * @enum {string}
                 */
                step: "toCommit" | "toAllocate" | "toDeliver";
                /** @description What waits. In the currency `in`. */
                amount: string;
                /** @description Whether parts of it are not known, so that it is at least as much. */
                atLeast: boolean;
                /** @description How many pledges it is of. */
                pledges: number;
                /** @description How old these pledges are in the median. In days. */
                medianDays: number | null;
                /** @description How old the oldest of them is. In days. */
                oldestDays: number | null;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            }[];
        };
        /** @description Everything learnt since a group last met, by kind of event, and the meeting that comes next. */
        "Answer.meeting-pack": components["schemas"]["At"] & {
            /** @description The group that meets. */
            group: string;
            /** @description The last meeting that was opened; null where none was. */
            last: {
                /** @description The id of the meeting. */
                meeting: string;
                /** @description When it was opened. */
                opened: string;
            } | null;
            /** @description The meeting that comes next; null where none is scheduled. */
            next: {
                /** @description The id of the meeting. */
                meeting: string;
                /** @description The day that it is scheduled for. */
                on: string;
            } | null;
            /** @description A row for each type of event that was learnt of since the last meeting. */
            rows: {
                /** @description The type of the events. */
                type: string;
                /** @description How many there are. */
                events: number;
                /** @description The last of them, in words. */
                latest: string;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            }[];
        };
        /** @description What two releases of a source say alike, at other rates, restated, under another id, no more, or anew, by donor. */
        "Answer.releases": components["schemas"]["At"] & {
            /** @description The source that published both releases. */
            source: string;
            /** @description The earlier release. */
            from: string;
            /** @description The later release. */
            to: string;
            /** @description The currency that the answer is in (ISO 4217). */
            in: string;
            /** @description A row for each donor and each thing that became of its activities. */
            rows: {
                /** @description The party that gives. */
                donor: string;
                /**
                 * @description What became of the activities from one release to the other.
                 * @enum {string}
                 */
                course: "equal" | "rates" | "restated" | "renumbered" | "gone" | "new";
                /** @description What the earlier release says of them. */
                from?: {
                    /** @description What is committed, by the rates that the release brought. In the currency `in`. */
                    amount: string;
                    /** @description Whether parts of it are not known, so that it is at least as much. */
                    atLeast: boolean;
                    /** @description How many activities these are. */
                    pledges: number;
                    /** @description The address of the rows and events that it is made of. */
                    explain: string;
                };
                /** @description What the later release says of them. */
                to?: {
                    /** @description What is committed, by the rates that the release brought. In the currency `in`. */
                    amount: string;
                    /** @description Whether parts of it are not known, so that it is at least as much. */
                    atLeast: boolean;
                    /** @description How many activities these are. */
                    pledges: number;
                    /** @description The address of the rows and events that it is made of. */
                    explain: string;
                };
            }[];
            /** @description How many activities there are in either release, those in both counted once. */
            activities: number;
            /** @description Up to 1,000 of these activities, those that changed first. */
            listed: {
                /** @description The party that gives. */
                donor: string;
                /**
                 * @description What became of the activities from one release to the other.
                 * @enum {string}
                 */
                course: "equal" | "rates" | "restated" | "renumbered" | "gone" | "new";
                /**
                 * @description How the figures of both releases differ; null where it is in one alone.
                 * @enum {string|null}
                 */
                figures: "equal" | "rates" | "restated" | null;
                /** @description The share of their words that both releases have, from 0 to 1. */
                likeness: string | null;
                /** @description The sources that both releases name. */
                sources: string[];
                /** @description What the earlier release says; null where it is not in it. */
                from: {
                    /** @description The pledge that it was imported as. */
                    pledge: string;
                    /** @description What the source calls it. */
                    id: string | null;
                    /** @description What it is, in the words of the source. */
                    title: string | null;
                    /** @description What is committed. In `currency`. */
                    committed: string | null;
                    /** @description The currency of that. */
                    currency: string | null;
                } | null;
                /** @description What the later release says; null where it is not in it. */
                to: {
                    /** @description The pledge that it was imported as. */
                    pledge: string;
                    /** @description What the source calls it. */
                    id: string | null;
                    /** @description What it is, in the words of the source. */
                    title: string | null;
                    /** @description What is committed. In `currency`. */
                    committed: string | null;
                    /** @description The currency of that. */
                    currency: string | null;
                } | null;
            }[];
        };
        /** @description Why a total is not what it was known to be earlier: new, imported, corrected, revalued, merged, withdrawn, re-dated, or other rates. */
        "Answer.revision": components["schemas"]["At"] & {
            /**
             * @description Which figure it is; they are never added to one another.
             * @enum {string}
             */
            measure: "pledged" | "committed" | "allocated" | "delivered";
            /** @description The currency that the answer is in (ISO 4217). */
            in: string;
            /** @description The set of rates that other currencies are turned into it by. */
            rates: string;
            /** @description The position of the log that the earlier figure was known at. */
            since: string;
            /** @description The releases that are not counted, because their source told the same promises anew. */
            leftOut?: string[];
            /** @description The figure as it was known at that position. In the currency `in`. */
            before: string;
            /** @description The figure as it is known now. In the currency `in`. */
            after: string;
            /** @description By how much it changed. In the currency `in`. */
            change: string;
            /** @description A row for each cause; all together they are the change to the cent. */
            rows: {
                /**
                 * @description Why the figure is another.
                 * @enum {string}
                 */
                cause: "new" | "import" | "changed" | "corrected" | "revalued" | "merged" | "withdrawn" | "redated" | "rates";
                /** @description How much of the change is due to it. In the currency `in`. */
                amount: string;
                /** @description In how many rows. */
                rows: number;
            }[];
            /** @description How many rows changed. */
            changed: number;
            /** @description Up to 1,000 of these rows, those that changed most first. */
            changes: {
                /** @description The key of the row. */
                key: string;
                /** @description What it added to the figure. In the currency `in`. */
                before: string;
                /** @description What it adds now. In the currency `in`. */
                after: string;
                /**
                 * @description Why the figure is another.
                 * @enum {string}
                 */
                cause: "new" | "import" | "changed" | "corrected" | "revalued" | "merged" | "withdrawn" | "redated" | "rates";
                /** @description The event that changed it last; null where none did but time or rates. */
                eventId: string | null;
                /** @description The address of every version of the row. */
                history: string;
            }[];
        };
        /** @description What is required, pledged, committed, allocated and delivered, and what changed since a day. */
        "Answer.situation": components["schemas"]["At"] & {
            /** @description The currency that the answer is in (ISO 4217). */
            in: string;
            /** @description The set of rates that other currencies are turned into it by. */
            rates: string;
            /** @description The day or time that is compared with. */
            since?: string;
            /** @description The releases that are not counted, because their source told the same promises anew. */
            leftOut?: string[];
            /** @description What is needed. */
            required: {
                /** @description How many lines of requirements ask for something. */
                lines: number;
                /** @description How many of them are matched in full. */
                covered: number;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            };
            /** @description A row for each figure of money. */
            rows: {
                /**
                 * @description Which figure it is; they are never added to one another.
                 * @enum {string}
                 */
                measure: "pledged" | "committed" | "allocated" | "delivered";
                /** @description The set of rates that other currencies are turned into it by. */
                rates: string;
                /** @description What it comes to. In the currency `in`. */
                amount: string;
                /** @description Whether parts of it are not known, so that it is at least as much. */
                atLeast: boolean;
                /** @description How many rows it is made of. */
                count: number;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
                /** @description What it came to at `since`. */
                before?: {
                    /** @description What it came to then. In the currency `in`. */
                    amount: string;
                    /** @description Whether parts of it are not known, so that it is at least as much. */
                    atLeast: boolean;
                };
                /** @description By how much it changed since. In the currency `in`. */
                change?: string;
            }[];
        };
        /** @description What is pledged, committed, allocated or delivered, by donor, kind, month or currency, in one currency by named rate sets. */
        "Answer.totals": components["schemas"]["At"] & {
            /** @description The currency that the answer is in (ISO 4217). */
            in: string;
            /** @description The releases that are not counted, because their source told the same promises anew. */
            leftOut?: string[];
            /** @description A row for each label of the grouping, each figure and each set of rates. */
            rows: {
                /** @description The party that gives. */
                donor?: string;
                /** @description The kind of aid, where that is asked by. */
                kind?: string | null;
                /** @description The month, where that is asked by; null for what has no date. */
                month?: string | null;
                /** @description The currency that it was promised in, where that is asked by. */
                currency?: string | null;
                /**
                 * @description Which figure it is; they are never added to one another.
                 * @enum {string}
                 */
                measure: "pledged" | "committed" | "allocated" | "delivered";
                /** @description The set of rates that other currencies are turned into it by. */
                rates: string;
                /** @description What it comes to. In the currency `in`. */
                amount: string;
                /** @description Whether parts of it are not known, so that it is at least as much. */
                atLeast: boolean;
                /** @description How many rows it is made of. */
                count: number;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            }[];
            /** @description The figures over all labels; each is rounded once, so that it is not the sum of rounded rows. */
            totals: {
                /**
                 * @description Which figure it is; they are never added to one another.
                 * @enum {string}
                 */
                measure: "pledged" | "committed" | "allocated" | "delivered";
                /** @description The set of rates that other currencies are turned into it by. */
                rates: string;
                /** @description What it comes to. In the currency `in`. */
                amount: string;
                /** @description Whether parts of it are not known, so that it is at least as much. */
                atLeast: boolean;
                /** @description How many rows it is made of. */
                count: number;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            }[];
        };
        /** @description What goods that were pledged, committed or allocated are worth by published price lists, at book and replacement prices side by side. */
        "Answer.valuation": components["schemas"]["At"] & {
            /** @description The currency that the answer is in (ISO 4217). */
            in: string;
            /** @description The set of rates that other currencies are turned into it by. */
            rates: string;
            /** @description The releases that are not counted, because their source told the same promises anew. */
            leftOut?: string[];
            /** @description A row for each label of the grouping, each figure and each price list. */
            rows: {
                /** @description The party that gives. */
                donor?: string;
                /** @description The capability of the goods, where that is asked by. */
                capability?: string | null;
                /** @description The item, where that is asked by. */
                item?: string;
                /**
                 * @description Whether it is of goods that are pledged, of those committed, or of those allocated.
                 * @enum {string}
                 */
                measure: "pledged" | "committed" | "allocated";
                /** @description The price list that the goods are valued by. */
                prices: string;
                /** @description What its prices are: book, replacement or another basis. */
                basis: string;
                /** @description What the goods are worth. In the currency `in`. */
                amount: string;
                /** @description Whether parts of it are not known, so that it is at least as much. */
                atLeast: boolean;
                /** @description How many lines of goods it is of. */
                goods: number;
                /** @description How many of these have no price in the list. */
                unpriced: number;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            }[];
            /** @description The values over all labels. */
            totals: {
                /**
                 * @description Whether it is of goods that are pledged, of those committed, or of those allocated.
                 * @enum {string}
                 */
                measure: "pledged" | "committed" | "allocated";
                /** @description The price list that the goods are valued by. */
                prices: string;
                /** @description What its prices are: book, replacement or another basis. */
                basis: string;
                /** @description What the goods are worth. In the currency `in`. */
                amount: string;
                /** @description Whether parts of it are not known, so that it is at least as much. */
                atLeast: boolean;
                /** @description How many lines of goods it is of. */
                goods: number;
                /** @description How many of these have no price in the list. */
                unpriced: number;
                /** @description The address of the rows and events that it is made of. */
                explain: string;
            }[];
        };
        /** @description A row that differs between two moments. */
        RowChange: {
            key: string;
            change: "added" | "changed" | "removed";
            /** @description The columns that differ, where there is a row at both moments. */
            columns?: string[];
            /** @description The row at the earlier moment; null where there was none. */
            before: components["schemas"]["Row"] | null;
            /** @description The row at the later moment; null where there was none. */
            after: components["schemas"]["Row"] | null;
            /** @description The events by which it differs, in log order: those in force at one moment only, and corrections approved between them. */
            events: components["schemas"]["Event"][];
        };
        /** @description A part of an answer that differs between two moments, matched by its label. */
        PartChange: {
            /** @description Where it is: names of fields, and of elements of lists their labels. */
            at: string[];
            change: "added" | "changed" | "removed";
            /** @description The values of the part at the earlier moment; null where it was not there. */
            before: Record<string, unknown> | null;
            /** @description The values of the part at the later moment; null where it was not there. */
            after: Record<string, unknown> | null;
            /** @description Of each number that differs, how much, exactly; null where the part is there at one moment only. */
            difference: { [key: string]: string | number; } | null;
            /** @description Of a figure, what it is made of at each moment. */
            explain?: { before: string | null; after: string | null; };
            /** @description The rows and events that make the figure another. */
            causes?: string;
        };
        /** @description A row behind a figure that makes it another: it is another itself, or adds another amount. */
        FigureCause: components["schemas"]["RowChange"] & {
            /** @description What it adds at each moment; null where it is not behind the figure, or that is not known. */
            adds: { before: string | null; after: string | null; };
        };
        /** @description The times of an answer: asked again with this `asOf` and `knownAt.position`, the same comes for ever. */
        At: {
            /** @description The world's time. */
            asOf: string;
            knownAt: {
                /** @description A position in the log. */
                position: string;
                time: string | null;
            };
            /** @description The last position taken into account. */
            position: string;
            /** @description The views read that have stopped: what came after this event is not in the answer. */
            stopped?: {
                view: string;
                /** @description A position in the log. */
                position: string;
                eventId: string;
                type: string;
            }[];
        };
        /** @description A row, with the event that made it and the stream of that event. */
        Row: {
            key: string;
            stream: string;
            /** @description The next If-Match of the stream. */
            revision: number;
            eventId: string;
            /** @description Since when it is true in the world. */
            validFrom: string;
            row: Record<string, unknown>;
        };
        /** @description What one event made of a row: true from `validFrom` to `validTo`, known from `knownFrom` to `knownTo`. */
        Version: {
            validFrom: string;
            /** @description Null: until further notice. */
            validTo: string | null;
            /** @description A position in the log. */
            knownFrom: string;
            /** @description Null: this is what is known. */
            knownTo: string | null;
            /** @description Null: from then on there is no row. */
            row: Record<string, unknown> | null;
            event: components["schemas"]["EventHead"];
            /** @description Where the event is the approval of a correction: of which event, and why. */
            correction?: { correctionId: string; eventId: string; reason: string; };
        };
        EventHead: {
            /** @description A position in the log. */
            position: string;
            id: string;
            type: string;
            stream: string;
            revision: number;
            /** @description When the ledger recorded it. */
            at: string;
            /** @description When it was true in the world. */
            occurredAt: string;
            /** @description Who did it, by which command, and where it was imported from. */
            metadata: Record<string, unknown>;
        };
        /** @description An event as it was stored. */
        Event: components["schemas"]["EventHead"] & { data: Record<string, unknown>; };
        /** @description An event in the envelope of CloudEvents 1.0 (JSON event format). */
        CloudEvent: {
            specversion: "1.0";
            id: string;
            /** @description The address of the stream. */
            source: string;
            type: string;
            /** @description The stream. */
            subject: string;
            /** @description When it was true in the world. */
            time: string;
            datacontenttype?: "application/json";
            /** @description A position in the log. */
            sequence: string;
            revision?: number;
            /** @description When the ledger recorded it. */
            recordedat: string;
            /** @description The party it is by. */
            party?: string;
            data: Record<string, unknown>;
        };
        ViewStatus: {
            name: string;
            status: "live" | "building" | "failed";
            position: string;
            /** @description Of its columns and folds. */
            hash: string;
            /** @description The event that it stopped at, and why. */
            failure?: Record<string, unknown>;
            /** @description How far the one is that is to replace it. */
            building?: Record<string, unknown>;
            /** @description The last rebuild that this process was asked for. */
            rebuild?: { status: "running" | "done" | "failed"; startedAt: string; endedAt?: string; traceId?: string; };
        };
        ViewStatuses: {
            /** @description How far the views are. */
            position: string;
            /** @description Where the log ends. */
            storePosition: string;
            lag: number;
            /** @description Why projecting is interrupted, while it is tried again. */
            trouble?: string;
            unknownTypes: { [key: string]: number; };
            views: components["schemas"]["ViewStatus"][];
        };
        ViewDigests: {
            knownAt: { position: string; time: string | null; };
            /** @description The last position taken into account. */
            position: string;
            /** @description The views that have stopped, and at which event. */
            stopped?: unknown[];
            views: {
                name: string;
                /** @description Of its columns and folds: by other code it may come to something else. */
                hash: string;
                /** @description How far it has come, if that is less than was asked. */
                position: string;
                /** @description SHA-256 of all its versions. */
                digest: string;
            }[];
        };
        Health: { status: "ok" | "error"; info: unknown; error: unknown; details: unknown; };
        /** @description A row that could not be read, and why. */
        Reject: { row: number; column: string; value: string; reason: string; };
        /** @description What an import came to, counted in rows: rows = added + unchanged + rejects. */
        ImportResult: {
            rows: number;
            added: number;
            unchanged: number;
            breaches: number;
            rejects: components["schemas"]["Reject"][];
        };
        /** @description How far an import is. */
        Operation: {
            id: string;
            kind: "import";
            format: string;
            release: string;
            file: string;
            status: "running" | "done" | "failed";
            /** @description Rows that are dealt with. */
            done: number;
            /** @description Rows of the file. */
            total: number;
            /** @description Rows a second since it began. */
            rate: number;
            startedAt: string;
            endedAt?: string;
            result?: components["schemas"]["ImportResult"];
            problem?: components["schemas"]["Problem"];
        };
    };
    responses: {
        /** @description What went wrong. */
        Problem: { content: { "application/problem+json": components["schemas"]["Problem"]; }; };
    };
    parameters: {
        DryRun: boolean;
        AsOf: string;
        KnownAt: string;
        Limit: number;
        Cursor: string;
        Download: "csv" | "ndjson" | "xlsx";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
