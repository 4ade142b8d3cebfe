import { App } from 'aws-cdk-lib';
import { ClinicStack } from '../lib/clinic-stack';

new ClinicStack(new App(), 'Clinic');
