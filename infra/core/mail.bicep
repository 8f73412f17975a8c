@description('Name of the Communication Services resource.')
param serviceName string

@description('Name of the e-mail resource.')
param emailName string

@description('Where data is kept at rest.')
param dataLocation string

@description('Principal id of the app\'s identity.')
param appPrincipalId string

@description('Tags.')
param tags object

// Communication and Email Service Owner
var emailOwner = '09976791-48a7-449e-bb21-39d1a415f350'

resource email 'Microsoft.Communication/emailServices@2025-05-01' = {
  name: emailName
  location: 'global'
  tags: tags
  properties: { dataLocation: dataLocation }
}

resource domain 'Microsoft.Communication/emailServices/domains@2025-05-01' = {
  parent: email
  name: 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: { domainManagement: 'AzureManaged', userEngagementTracking: 'Disabled' }
}

resource service 'Microsoft.Communication/communicationServices@2025-05-01' = {
  name: serviceName
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
    linkedDomains: [domain.id]
  }
}

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(service.id, appPrincipalId, emailOwner)
  scope: service
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', emailOwner)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

@description('Address of the service.')
output endpoint string = 'https://${service.properties.hostName}'

@description('A sender of the domain that Azure manages.')
output sender string = 'TradeDigest <DoNotReply@${domain.properties.mailFromSenderDomain}>'
