import { annoncerLeFrancais } from '../../welcome/scripts/ptce-traduction.js';

annoncerLeFrancais();
